import { describe, expect, it } from 'vitest';
import { boxPath, depthsOf, mergedPaths } from './merged-paths.ts';

describe('mergedPaths', () => {
  it('makes one path of all shapes of a paint that are drawn in the same turn, lower turns first', () => {
    const frame = { fill: 'panel', stroke: 'line', strokeWidth: 1 } as const;
    const merged = mergedPaths([
      { order: 1, paint: { fill: 'dns' }, d: 'M3 3z' },
      { order: 0, paint: frame, d: 'M1 1z' },
      { order: 0, paint: { ...frame }, d: 'M2 2z' },
      { order: 0, paint: { ...frame, dash: '4 3' }, d: 'M4 4z' },
    ]);
    expect(merged.map(({ paint, d }) => [paint, d])).toEqual([
      [frame, 'M1 1zM2 2z'],
      [{ ...frame, dash: '4 3' }, 'M4 4z'],
      [{ fill: 'dns' }, 'M3 3z'],
    ]);
  });

  it('tells a fill from an outline of the same colour', () => {
    const merged = mergedPaths([
      { order: 0, paint: { fill: 'dns', stroke: undefined }, d: 'M1 1z' },
      { order: 0, paint: { fill: undefined, stroke: 'dns' }, d: 'M2 2z' },
    ]);
    expect(merged).toHaveLength(2);
  });
});

describe('boxPath', () => {
  it('goes round a box from its top left corner', () => {
    expect(boxPath({ x: 1, y: 2, width: 10, height: 5 })).toBe('M1 2h10v5h-10z');
  });

  it('rounds corners by no more than half of the shorter side', () => {
    expect(boxPath({ x: 0, y: 0, width: 20, height: 4 }, 6)).toBe(
      'M2 0h16a2 2 0 0 1 2 2v0a2 2 0 0 1 -2 2h-16a2 2 0 0 1 -2 -2v0a2 2 0 0 1 2 -2z',
    );
  });
});

describe('depthsOf', () => {
  it('counts what an item lies in, but for what is not there', () => {
    const depths = depthsOf([
      { id: 'a' },
      { id: 'b', parent: 'a' },
      { id: 'c', parent: 'b' },
      { id: 'd', parent: 'x' },
    ]);
    expect([...depths]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 1],
    ]);
  });
});
