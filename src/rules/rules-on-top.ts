import type { SecurityRule } from '#model';

const lowest = 4096;
const highest = 100;

/**
 * Security rules with others put above every rule that could deny, at priorities that are free; where there is no room the
 * existing rules of the direction move down in their order. `undefined` where even that does not fit.
 */
export function withRulesOnTop(
  rules: readonly SecurityRule[],
  added: readonly Omit<SecurityRule, 'priority'>[],
  direction: SecurityRule['direction'],
): readonly SecurityRule[] | undefined {
  const own = rules.filter((rule) => rule.direction === direction);
  const free = freeAbove(own);
  if (free.length >= added.length)
    return [
      ...rules,
      ...added.map((rule, at) => ({ ...rule, priority: free[free.length - added.length + at] ?? 0 })),
    ];
  const step = added.length;
  if (own.some(({ priority }) => priority + step > lowest)) return undefined;
  return [
    ...rules.map((rule) =>
      rule.direction === direction ? { ...rule, priority: rule.priority + step } : rule,
    ),
    ...added.map((rule, at) => ({ ...rule, priority: highest + at })),
  ];
}

/** Free priorities above the first rule that denies, in their order. */
function freeAbove(rules: readonly SecurityRule[]): readonly number[] {
  const taken = new Set(rules.map(({ priority }) => priority));
  const denies = rules.filter(({ access }) => access === 'Deny').map(({ priority }) => priority);
  const end = Math.min(4001, ...denies);
  const free: number[] = [];
  for (let priority = highest; priority < end; priority += 1) if (!taken.has(priority)) free.push(priority);
  return free;
}
