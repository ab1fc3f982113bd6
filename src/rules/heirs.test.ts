import { describe, expect, it } from 'vitest';
import { isolatedWorkspace } from '#testing';
import { check } from './check.ts';
import type { Finding } from './finding.ts';
import { heirsOf } from './heirs.ts';

const today = '2026-11-23';
const [one] = check(isolatedWorkspace().set('crml', { sku: 'Standard' }).build(), { today }).findings;
if (!one) throw new Error('Nothing is found');
const found = (fingerprint: string, more: Partial<Finding> = {}): Finding => ({
  ...one,
  fingerprint,
  ...more,
});
const at = (...places: readonly string[]) => ({ at: places as unknown as Finding['at'] });
const pairs = (before: readonly Finding[], after: readonly Finding[]) =>
  [...heirsOf(before, after)].map(([gone, heir]) => `${gone} > ${heir.fingerprint}`);

describe('what becomes of findings', () => {
  it('is what their rule finds at their place with other facts', () => {
    expect(pairs([found('7 beside')], [found('8 beside', { severity: 'note' })])).toEqual([
      '7 beside > 8 beside',
    ]);
  });

  it('is nothing where they stay, where nothing is found any more, or by another rule or elsewhere', () => {
    expect(pairs([found('a')], [found('a'), found('b')])).toEqual([]);
    expect(pairs([found('a')], [])).toEqual([]);
    expect(pairs([found('a')], [found('b', { rule: 'another' })])).toEqual([]);
    expect(pairs([found('a')], [found('b', at('elsewhere'))])).toEqual([]);
  });

  it('is one heir each, of which those about the same have the first choice', () => {
    const before = [found('gone', at('vnet', 'a')), found('changed', at('vnet', 'b'))];
    expect(pairs(before, [found('new', at('vnet', 'b'))])).toEqual(['changed > new']);
    expect(pairs(before, [found('new', at('vnet', 'c'))])).toEqual(['gone > new']);
  });
});
