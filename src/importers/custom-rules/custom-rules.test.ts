import { describe, expect, it } from 'vitest';
import { readCustomRules } from './custom-rules.ts';
import { isCustomRules } from './is-custom-rules.ts';

const rule = {
  id: 'house-names',
  check: 'name',
  title: 'Name is not the house’s',
  severity: 'warning',
  why: 'Why',
  remedy: 'Remedy',
  kinds: ['subnet'],
  patterns: ['snet-*'],
};
const file = (rules: readonly object[]) => JSON.stringify({ rulesVersion: 1, name: 'House', rules });
const read = (text: string) => readCustomRules({ name: 'rules.json', text });

describe('a file of rules', () => {
  it('is known by its content', () => {
    expect(isCustomRules(file([rule]))).toBe(true);
    expect(isCustomRules('{"schemaVersion":1,"resources":[]}')).toBe(false);
  });

  it('is read as it is', () => {
    expect(read(file([rule]))).toMatchObject({ ok: true, rules: { name: 'House', rules: [rule] } });
  });

  it.each([
    ['is no JSON', '{"rulesVersion": 1,', /ends too early, at line 1, column 20/],
    ['is another kind of JSON', '{"a": 1}', /no rulesVersion/],
    ['is of a later version', file([]).replace('1', '2'), /^rules.json: rulesVersion: /],
    [
      'has a severity of its own',
      file([rule, { ...rule, severity: 'fatal' }]),
      /rules\[1\]\.severity of “house-names”: /,
    ],
    [
      'has a kind nobody knows',
      file([{ ...rule, kinds: ['vnet'] }]),
      /rules\[0\]\.kinds\[0\] of “house-names”: /,
    ],
    ['has a property nobody knows', file([{ ...rule, script: 'alert(1)' }]), /script/],
    ['has an id twice', file([rule, rule]), /rules\[1\] of “house-names”: another rule/],
    [
      'takes an id of Isoplan',
      file([{ ...rule, id: 'private-endpoint-missing' }]),
      /Isoplan has a rule of this id/,
    ],
    ['has braces that do not fit', file([{ ...rule, patterns: ['a{b'] }]), /the pattern "a\{b" has braces/],
    [
      'has a pattern without end',
      file([{ ...rule, patterns: ['a'.repeat(5000)] }]),
      /patterns\[0\] of “house-names”: /,
    ],
  ])('is refused in one sentence with the place where it %s', (_, text, sentence) => {
    const result = read(text);
    expect(result.ok ? '' : result.error).toMatch(sentence);
    expect(result.ok ? '' : result.error).not.toContain('\n');
  });
});
