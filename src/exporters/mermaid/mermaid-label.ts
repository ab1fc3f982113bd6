import { oneLine } from '../one-line.ts';

/** Letters, digits and spaces stand as they are, a few marks do between two of them; all else is an entity. */
const plain = /[\p{L}\p{N} ,]/u;
const mark = /[.:/_-]/;

/**
 * Words as a quoted Mermaid label: entity codes as its documentation writes them (`#34;`), so that quotes, backticks,
 * lists and markup are shown and mean nothing. https://mermaid.js.org/syntax/flowchart.html
 */
export function mermaidLabel(words: string): string {
  const letters = [...oneLine(words)];
  return letters
    .map((letter, at) => {
      const isBetween = wordAt(letters[at - 1]) && wordAt(letters[at + 1]);
      const isPlain = plain.test(letter) || (mark.test(letter) && isBetween);
      return isPlain ? letter : `#${letter.codePointAt(0)};`;
    })
    .join('');
}

const wordAt = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
