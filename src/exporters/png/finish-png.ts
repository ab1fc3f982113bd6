import { strToU8, zlibSync } from 'fflate';
import { crc32, designKeyword, pngSignature } from '#model';

/** Pixels a metre of a picture that has one pixel a unit: 96 to the inch, as CSS has it. */
const pixelsPerMetre = 96 / 0.0254;

/** Length, type, data and checksum of a chunk take this much beside the data. */
const frameBytes = 12;

export interface PngFacts {
  /** The design as it is saved; it opens again from the picture. Absent: the picture holds none. */
  readonly design?: string | undefined;
  /** Pixels a unit of the drawing, so that the picture is placed at its size and not at its pixels. */
  readonly scale: number;
}

/**
 * The PNG with its size on paper and the design inside: `pHYs`, and `iTXt` compressed, before the pixels.
 * Throws where the bytes are no PNG.
 */
export function finishPng(png: Uint8Array, { design, scale }: PngFacts): Uint8Array<ArrayBuffer> {
  const header = png.subarray(pngSignature.length, pngSignature.length + frameBytes + 13);
  if (pngSignature.some((byte, at) => png[at] !== byte) || header.length < frameBytes + 13)
    throw new Error('The renderer gave no PNG');
  const start = pngSignature.length + header.length;
  const chunks = [chunk('pHYs', physicalSize(scale)), chunk('tEXt', strToU8('Software\0Isoplan'))];
  if (design !== undefined) chunks.push(chunk('iTXt', designText(design)));
  return joined([png.subarray(0, start), ...chunks, png.subarray(start)]);
}

function physicalSize(scale: number): Uint8Array {
  const pitch = unsigned(Math.round(pixelsPerMetre * scale));
  return Uint8Array.from([...pitch, ...pitch, 1]);
}

/** Keyword, compressed, by deflate, no language, no translated keyword, text. */
const designText = (design: string): Uint8Array =>
  joined([strToU8(`${designKeyword}\0\x01\0\0\0`), zlibSync(strToU8(design), { level: 9 })]);

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([strToU8(type), data]);
  return joined([unsigned(data.length), body, unsigned(crc32(body))]);
}

const unsigned = (value: number): Uint8Array =>
  Uint8Array.from([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
