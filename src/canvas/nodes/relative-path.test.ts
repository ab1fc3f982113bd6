import { describe, expect, it } from 'vitest';
import { icons } from '../../drawing/icons.ts';
import { relativePath } from './relative-path.ts';

describe('relativePath', () => {
  it('says the same from where it begins', () => {
    expect(relativePath('M4 5H10V8L6 9z', 2)).toBe('m8 10h12v6l-8 2z');
    expect(relativePath('M4 5l2-1.5.5.5Q7 7 9 9', 1)).toBe('m4 5l2 -1.5l0.5 0.5q0.5 3 2.5 5');
  });

  it('keeps the turn and the flags of an arc', () => {
    expect(relativePath('M4.8 20V6.2A1.7 1.7 0 0 1 6.5 4.5h6', 2)).toBe(
      'm9.6 40v-27.6a3.4 3.4 0 0 1 3.4 -3.4h12',
    );
  });

  it('counts what follows the end of a part from where that part began', () => {
    expect(relativePath('M2 2h4v4zM8 8h1', 1)).toBe('m2 2h4v4zm6 6h1');
  });

  it('takes every icon', () => {
    for (const part of Object.values(icons).flat())
      expect(relativePath(part.d, 1.5)).toMatch(/^m[-\d. ]+(?:[lhvcsqtazm][-\d. ]*)+$/);
  });
});
