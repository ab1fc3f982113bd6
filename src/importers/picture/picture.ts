import { pngSignature } from '#model';
import type { InputFile } from '../importer.ts';
import { designInSvg, isSvg } from './svg.ts';

/** The saved design that a file is or holds, or one sentence that says why there is none. */
export type DesignText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: string };

/** Reads the design inside a PNG. */
export type PngReader = (png: Uint8Array) => DesignText;

const isPng = (bytes: Uint8Array): boolean => pngSignature.every((byte, at) => bytes[at] === byte);

/** A file for the importers from its bytes: text is decoded by the caller's decoder, a PNG stays bytes. */
export const inputFileOf = <Bytes extends Uint8Array>(
  name: string,
  bytes: Bytes,
  decode: (bytes: Bytes) => string,
): InputFile => (isPng(bytes) ? { name, text: '', png: bytes } : { name, text: decode(bytes) });

/** The text to read: of a picture that we wrote the design inside it, of anything else the file itself. */
export function textOf({ text, png }: InputFile, readPng: PngReader | undefined): DesignText {
  if (png) return readPng ? readPng(png) : { ok: false, error: 'PNG files are not read here.' };
  return isSvg(text) ? designInSvg(text) : { ok: true, text };
}
