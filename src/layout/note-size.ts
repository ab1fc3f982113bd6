import { fonts } from './fonts.ts';
import { measures } from './measures.ts';
import { textWidth, wrapText } from './text-width.ts';

const { inset, top, line, minimum } = measures.note;

/** The lines of a note in a box of some width; people's own line ends stay. */
export const noteLines = (text: string, width: number): readonly string[] =>
  text.split('\n').flatMap((one) => {
    const lines = wrapText(one, width - 2 * inset, fonts.note);
    return lines.length === 0 ? [''] : lines;
  });

/** The box of a note that holds its whole text: as wide as it is wanted, and at least as high as it has to be. */
export function noteSize(
  text: string,
  wanted?: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const width = Math.max(minimum, wanted?.width ?? ownWidth(text));
  return { width, height: Math.max(noteLines(text, width).length * line + 2 * top, wanted?.height ?? 0) };
}

/** Short notes are narrow. */
const ownWidth = (text: string): number =>
  Math.min(
    measures.note.width,
    Math.ceil(Math.max(...text.split('\n').map((one) => textWidth(one, fonts.note)))) + 2 * inset + 1,
  );
