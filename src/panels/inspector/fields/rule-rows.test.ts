import { describe, expect, it } from 'vitest';
import { nextPriority } from './rule-rows.ts';

const rules = (...priorities: readonly number[]) => priorities.map((priority) => ({ priority }));

describe('the priority that a new rule is given', () => {
  it.each([
    ['the first where there is none', rules(), 100],
    ['after the last', rules(100, 110, 300), 310],
    ['before the rules for everything', rules(100, 4096), 110],
    ['none that a rule for everything has', rules(3990, 4000), 3999],
    ['none that is taken, where the last ones stand close', rules(3998, 3999, 4000), 3997],
  ])('is %s', (_, present, next) => expect(nextPriority(present)).toBe(next));

  it('is free also where collections stand at the end', () => {
    expect(nextPriority(rules(3950, 65_000), 100, 200, 65_000)).toBe(4050);
    expect(nextPriority(rules(200, 65_000), 100, 200, 65_000)).toBe(300);
  });
});
