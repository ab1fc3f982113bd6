import { describe, expect, it } from 'vitest';
import { keepSame } from './same.ts';

describe('keepSame', () => {
  const before = Array.from({ length: 200 }, (_, at) => ({ id: `node-${at}`, x: at }));

  it('gives one new object for one change among two hundred', () => {
    const after = before.map((node) => (node.id === 'node-7' ? { ...node, x: -1 } : { ...node }));
    const kept = keepSame(before, after);
    expect(kept.filter((node, at) => node !== before[at]).map(({ id }) => id)).toEqual(['node-7']);
  });

  it('gives the old list back when nothing changed', () => {
    expect(
      keepSame(
        before,
        before.map((node) => ({ ...node })),
      ),
    ).toBe(before);
  });

  it('follows removal and a new order', () => {
    const after = [...before].reverse().slice(1);
    expect(keepSame(before, after)).toEqual(after);
  });
});
