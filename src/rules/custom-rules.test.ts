import { describe, expect, it } from 'vitest';
import { type CustomRule, customRulesSchema } from '#model';
import { design } from '#testing';
import { check } from './check.ts';
import { customRulesOf } from './custom-rules.ts';

const today = '2026-11-23';
const words = { title: 'House rule', severity: 'warning', why: 'Why', remedy: 'Remedy' } as const;
const rulesOf = (rule: object) =>
  customRulesSchema.parse({ rulesVersion: 1, name: 'House', rules: [{ id: 'house', ...words, ...rule }] });

const spoke = () =>
  design().virtualNetwork('vnet-one', '10.0.0.0/16').subnet('snet', 'vnet-one', '10.0.0.0/24');
const judged = (rule: object, built = spoke().build()) => {
  const { findings, passed } = check(built, { today, custom: customRulesOf([rulesOf(rule)]) });
  return {
    failed: findings
      .filter((one) => one.rule === 'house' && one.verdict === 'failed')
      .map(({ text }) => text),
    undecided: findings.filter((one) => one.rule === 'house' && one.verdict === 'cannot-tell').length,
    passed: passed.filter((one) => one.rule === 'house').length,
  };
};

describe('rules of an organisation', () => {
  it.each<[string, Partial<CustomRule> & object, readonly string[], number]>([
    ['a name', { check: 'name', kinds: ['virtual-network'], patterns: ['vnet-*'] }, [], 1],
    [
      'a name that does not fit',
      { check: 'name', kinds: ['subnet'], patterns: ['sn-*', 's##'] },
      ['snet is not named sn-* or s##'],
      0,
    ],
    ['tags that are missing', { check: 'tags', tags: [{ name: 'owner' }] }, ['vnet-one has no tag owner'], 0],
    ['a region', { check: 'region', allowed: ['West Europe'] }, [], 1],
    [
      'another region',
      { check: 'region', allowed: ['northeurope'] },
      ['westeurope is not one of the regions allowed: northeurope'],
      0,
    ],
    ['a prefix', { check: 'prefix', allowed: ['10.0.0.0/8'] }, [], 1],
    [
      'another prefix',
      { check: 'prefix', allowed: ['172.16.0.0/12'] },
      ['vnet-one takes 10.0.0.0/16, which lies outside 172.16.0.0/12'],
      0,
    ],
    [
      'a kind',
      { check: 'forbidden-kind', kinds: ['subnet'] },
      ['snet is a resource of the kind Subnet, which is not allowed'],
      0,
    ],
    ['a kind that is not there', { check: 'forbidden-kind', kinds: ['bastion'] }, [], 0],
  ])('judge %s', (_, rule, failed, passed) => {
    expect(judged(rule)).toEqual({ failed, passed, undecided: 0 });
  });

  it('compare names of tags without regard to case, and their values with it', () => {
    const tagged = (tags: Readonly<Record<string, string>>) =>
      judged(
        { check: 'tags', tags: [{ name: 'Env', values: ['dev', 'prod-*'] }] },
        spoke().set('vnet-one', { tags }).build(),
      );
    expect(tagged({ ENV: 'prod-1' })).toEqual({ failed: [], passed: 1, undecided: 0 });
    expect(tagged({ env: 'Dev' }).failed).toEqual([
      'vnet-one has env Dev, which is not dev or prod-*'.replace('env', 'Env'),
    ]);
  });

  it('leave open what the document does not show', () => {
    const hidden = spoke().set('vnet-one', { presence: 'not-shown' }).build();
    expect(judged({ check: 'tags', tags: [{ name: 'owner' }] }, hidden)).toMatchObject({
      failed: [],
      undecided: 1,
    });
  });

  it('carry what the organisation says: severity, why, remedy, and what it cites as words', () => {
    const rule = {
      check: 'forbidden-kind',
      kinds: ['subnet'],
      references: ['Handbook 4.2, https://example.org'],
    };
    const [found] = check(spoke().build(), { today, custom: customRulesOf([rulesOf(rule)]) }).findings.filter(
      (one) => one.rule === 'house',
    );
    expect(found).toMatchObject({
      category: 'Organisation',
      ...{ severity: 'warning', remedy: 'Remedy' },
      explanation: { why: 'Why', sources: [], references: rule.references },
    });
  });

  it('are the same objects for the same data, and are accepted as any finding', () => {
    const rule = { check: 'forbidden-kind', kinds: ['subnet'] };
    expect(customRulesOf([rulesOf(rule)])).toBe(customRulesOf([rulesOf(rule)]));
    const custom = customRulesOf([rulesOf(rule)]);
    const found = check(spoke().build(), { today, custom }).findings.find((one) => one.rule === 'house');
    const accepted = spoke()
      .accept(found?.fingerprint ?? '')
      .build();
    expect(check(accepted, { today, custom }).summary.accepted).toBe(1);
  });
});
