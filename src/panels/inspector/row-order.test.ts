import { describe, expect, it } from 'vitest';
import type { Part } from './fields/field.ts';
import { orderedParts, withMoved } from './row-order.ts';

const names = (control: Parameters<typeof orderedParts>[0], parts: readonly Part[]) =>
  orderedParts(control, parts).map(({ part }) => part.name);

const rule = (name: string, direction: string, priority: number) => ({ name, direction, priority });
const rules = [rule('b', 'Inbound', 100), rule('d', 'Outbound', 300), rule('c', 'Outbound', 200)];
const byPriority = { order: 'priority', groupOf: (part: Part) => String(part.direction) } as const;

describe('rows', () => {
  it('of rules stand by direction and priority', () =>
    expect(names(byPriority, rules)).toEqual(['c', 'd', 'b']));

  it('of rules change priorities when one moves, and nothing else', () => {
    const moved = withMoved(byPriority, rules, 1, -1);
    expect(moved?.at).toBe(1);
    expect(moved?.parts).toEqual([
      rule('b', 'Inbound', 100),
      rule('d', 'Outbound', 200),
      rule('c', 'Outbound', 300),
    ]);
  });

  it('stay in their direction and within the list', () => {
    expect(withMoved(byPriority, rules, 1, 1)).toBeUndefined();
    expect(withMoved(byPriority, rules, 0, -1)).toBeUndefined();
    expect(withMoved(byPriority, rules, 0, 1)).toBeUndefined();
  });

  it('change places where places decide', () => {
    const moved = withMoved({ order: 'place' }, rules, 0, 1);
    expect(moved?.parts.map(({ name }) => name)).toEqual(['d', 'b', 'c']);
    expect(moved?.at).toBe(1);
  });

  it('without an order of evaluation do not move', () => {
    expect(names({}, rules)).toEqual(['b', 'd', 'c']);
    expect(withMoved({}, rules, 0, 1)).toBeUndefined();
  });
});
