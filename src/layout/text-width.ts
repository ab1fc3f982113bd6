import { extraCodePoints, interAdvances } from './inter-advances.ts';

/** What decides how wide a text is. */
export interface Font {
  /** CSS pixels. */
  readonly size: number;
  readonly weight: number;
  /** Inter unless said: Geist Mono is for addresses, prefixes and code. */
  readonly family?: 'mono';
  /** Extra space after each glyph, in em. */
  readonly tracking?: number;
}

/** Every glyph of Geist Mono is as wide as this, in em (its `hmtx` table). */
const monoAdvance = 0.6;
/** Glyphs that the table lacks: full-width scripts fill an em, others come near an M. */
const wideAdvance = 1.02;
const unknownAdvance = 0.78;

const tableOf = (weight: number): readonly number[] => {
  if (weight <= 400) return interAdvances[400];
  if (weight <= 500) return interAdvances[500];
  return weight <= 600 ? interAdvances[600] : interAdvances[700];
};

function advanceOf(codePoint: number, table: readonly number[]): number {
  const known = table[placeOf(codePoint)];
  if (known !== undefined) return known / 1000;
  return codePoint >= 0x1100 ? wideAdvance : unknownAdvance;
}

/** Where a code point stands in a table; -1 where it does not. */
function placeOf(codePoint: number): number {
  if (codePoint >= 32 && codePoint <= 126) return codePoint - 32;
  if (codePoint >= 160 && codePoint <= 255) return codePoint - 65;
  const extra = extraCodePoints.indexOf(codePoint);
  return extra < 0 ? -1 : 191 + extra;
}

/** Width of a text in CSS pixels, from the fonts' own advance widths; kerning only makes it narrower. */
export function textWidth(text: string, font: Font): number {
  const tracking = font.tracking ?? 0;
  let width = 0;
  if (font.family === 'mono') {
    for (const glyph of text)
      width += (glyph.codePointAt(0) ?? 0) >= 0x1100 ? wideAdvance : monoAdvance + tracking;
    return width * font.size;
  }
  const table = tableOf(font.weight);
  for (const glyph of text) width += advanceOf(glyph.codePointAt(0) ?? 0, table) + tracking;
  return width * font.size;
}

/** The text, or as much of its beginning as fits with an ellipsis. */
export function ellipsize(text: string, maximum: number, font: Font): string {
  if (textWidth(text, font) <= maximum) return text;
  const glyphs = [...text];
  let width = textWidth('…', font);
  let kept = 0;
  for (const glyph of glyphs) {
    width += textWidth(glyph, font);
    if (width > maximum) break;
    kept += 1;
  }
  return `${glyphs.slice(0, kept).join('').trimEnd()}…`;
}

/** As `ellipsize`, but keeps the end too: names that differ at their end stay apart. */
export function ellipsizeMiddle(text: string, maximum: number, font: Font): string {
  if (textWidth(text, font) <= maximum) return text;
  const glyphs = [...text];
  let room = maximum - textWidth('…', font);
  let head = 0;
  let tail = 0;
  while (head + tail < glyphs.length) {
    const isHead = head <= tail * 1.5;
    const glyph = glyphs[isHead ? head : glyphs.length - 1 - tail] ?? '';
    room -= textWidth(glyph, font);
    if (room < 0) break;
    if (isHead) head += 1;
    else tail += 1;
  }
  return `${glyphs.slice(0, head).join('').trimEnd()}…${glyphs
    .slice(glyphs.length - tail)
    .join('')
    .trimStart()}`;
}

/** The text in lines no wider than `maximum`; words that are wider are broken. */
export function wrapText(text: string, maximum: number, font: Font): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => brokenToFit(one, maximum, font))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, font) > maximum) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  return lines;
}

function brokenToFit(word: string, maximum: number, font: Font): readonly string[] {
  if (textWidth(word, font) <= maximum) return [word];
  const parts: string[] = [];
  let part = '';
  for (const glyph of word) {
    if (part !== '' && textWidth(part + glyph, font) > maximum) {
      const end = endOfLine(part);
      parts.push(part.slice(0, end));
      part = part.slice(end);
    }
    part += glyph;
  }
  return [...parts, part];
}

/** Where a part of a name is broken off: after a sign that parts names, unless little would be left before it. */
function endOfLine(part: string): number {
  const sign = /^.*[-_./]/s.exec(part)?.[0].length ?? 0;
  return sign >= part.length / 2 ? sign : part.length;
}
