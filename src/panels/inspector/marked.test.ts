import { describe, expect, it } from 'vitest';
import { marked, marksInWords } from './marked.ts';

const shown = (before: string, after: string) =>
  marked([...before], [...after]).map(({ row, mark }) =>
    `${{ come: '+', gone: '-' }[mark ?? 'come']}${row}`.slice(mark ? 0 : 1),
  );

describe('rows while a fix is previewed', () => {
  it('are those after it, with those that it takes away at their old places', () => {
    expect(shown('abcd', 'axcd')).toEqual(['a', '-b', '+x', 'c', 'd']);
    expect(shown('ab', 'b')).toEqual(['-a', 'b']);
    expect(shown('', 'ab')).toEqual(['+a', '+b']);
    expect(shown('ab', '')).toEqual(['-a', '-b']);
  });

  it('have no mark where nothing changes, and are counted where something does', () => {
    expect(marksInWords(marked(['a'], ['a']))).toBeUndefined();
    expect(marksInWords(marked(['a', 'b'], ['b', 'c', 'd']))).toBe('2 more, 1 less');
  });
});
