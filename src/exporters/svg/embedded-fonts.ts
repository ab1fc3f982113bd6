import { base64 } from './base-64.ts';
import { type FontFile, type FontSubset, fontSubsets } from './font-files.ts';

/** Bytes of WOFF2 files by their name. */
export type Fonts = Readonly<Record<string, Uint8Array>>;

/** Of every file, once: the same few are written into each picture. */
const written = new WeakMap<Uint8Array, string>();

/** What a text is written with: Latin, and what else it has letters of. */
function subsetsFor(text: string): readonly FontSubset[] {
  const needed = new Set<FontSubset>(fontSubsets.slice(0, 1));
  for (const codePoint of lettersBeyondAscii(text)) {
    const subset = fontSubsets.find(({ covers }) => covers(codePoint));
    if (subset) needed.add(subset);
  }
  return fontSubsets.filter((subset) => needed.has(subset));
}

/** Names of the files that a text is written with; a renderer must get them in this order. */
export const fontFileNamesFor = (text: string): readonly string[] =>
  subsetsFor(text).flatMap(({ files }) => files.map(({ name }) => name));

/** `@font-face` rules for what a text is written with, the files as data, so that nothing is loaded. */
export const fontFacesFor = (text: string, fonts: Fonts): string =>
  subsetsFor(text)
    .flatMap(({ files, range }) => files.map((file) => faceOf(file, range, fonts[file.name])))
    .join('');

/** Without quotation marks, which XML and HTML would each read in their own way. */
function faceOf({ family, weight }: FontFile, range: string, bytes: Uint8Array | undefined): string {
  if (!bytes) return '';
  const data = written.get(bytes) ?? base64(bytes);
  written.set(bytes, data);
  return `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/woff2;base64,${data});unicode-range:${range}}`;
}

const scripts: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Chinese', /\p{Script=Han}/u],
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Korean', /\p{Script=Hangul}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['emoji', /\p{Extended_Pictographic}/u],
];

/** What a text is written in that no font of ours has letters for, in words; empty where there is nothing. */
export function scriptsWithoutFont(text: string): readonly string[] {
  const found = new Set<string>();
  for (const codePoint of lettersBeyondAscii(text)) {
    if (fontSubsets.some(({ covers }) => covers(codePoint))) continue;
    const letter = String.fromCodePoint(codePoint);
    if (/[\p{M}\p{Cf}\p{Cc}]/u.test(letter)) continue;
    found.add(scripts.find(([, pattern]) => pattern.test(letter))?.[0] ?? 'other signs');
  }
  return [...found];
}

function lettersBeyondAscii(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [letter] of text.matchAll(/[^\0-\x7f]/gu)) found.add(letter.codePointAt(0) ?? 0);
  return found;
}
