import type { ExportFile, ExportInput } from './exporter.ts';
import { type ExportFormat, exportFormats } from './formats.ts';

/** Longest stem in characters: most file systems take 255 bytes with an extension. */
const longest = 72;

/** Letters, digits, `-`, `_` and `.` of a design's name, without extension: a name every file system takes. */
const fileNameOf = (name: string): string => {
  const letters = name.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const stem = letters.replace(/^[-.]+|[-.]+$/g, '').slice(0, longest);
  // The cut may fall inside a letter of two units.
  return stem.replace(/[\ud800-\udbff]$/, '') || 'design';
};

/** A file of a format, named for the design; `part` tells one of several apart. */
export const fileOf = (
  format: ExportFormat,
  { design }: ExportInput,
  content: string,
  part?: string,
): ExportFile => ({
  path: [fileNameOf(design.name), part, exportFormats[format].extension].filter(Boolean).join('.'),
  mediaType: exportFormats[format].mediaType,
  content,
});
