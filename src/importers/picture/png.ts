import { strFromU8, Unzlib } from 'fflate';
import { crc32, designKeyword, pngSignature } from '#model';
import type { DesignText } from './picture.ts';

/** A saved design of more characters is damage or malice: 20,000 resources take a third of it. */
const longestText = 64 * 2 ** 20;

const cutOff: DesignText = { ok: false, error: 'The PNG ends too early: the file may have been cut off.' };
const damaged: DesignText = { ok: false, error: 'The design inside the PNG is damaged.' };

/** The design inside a PNG that we wrote: the first text chunk of our keyword whose checksum is right. */
export function designInPng(png: Uint8Array): DesignText {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  let at = pngSignature.length;
  while (at + 12 <= png.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > png.length) return cutOff;
    const type = strFromU8(png.subarray(at + 4, at + 8), true);
    if (type === 'IEND')
      return {
        ok: false,
        error:
          'This PNG holds no design: only pictures that Isoplan wrote open again, and some programs strip the design from them.',
      };
    const body = png.subarray(at + 4, end - 4);
    const text = type === 'iTXt' ? afterKeyword(body.subarray(4)) : undefined;
    if (text) return crc32(body) === view.getUint32(end - 4) ? unpacked(text) : damaged;
    at = end;
  }
  return cutOff;
}

/** What follows the keyword and its zero, where the keyword is ours. */
function afterKeyword(data: Uint8Array): Uint8Array | undefined {
  const start = designKeyword.length + 1;
  return strFromU8(data.subarray(0, start), true) === `${designKeyword}\0` ? data.subarray(start) : undefined;
}

/** Compression flag and method, language, translated keyword, then the text. */
function unpacked(data: Uint8Array): DesignText {
  const isCompressed = data[0] === 1;
  const language = data.indexOf(0, 2);
  const keyword = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (keyword < 0 || (isCompressed && data[1] !== 0)) return damaged;
  const packed = data.subarray(keyword + 1);
  const bytes = isCompressed ? inflated(packed) : packed;
  return bytes ? { ok: true, text: strFromU8(bytes) } : damaged;
}

/** Inflated piece by piece, so that a small file cannot fill the memory; `undefined` where it is damaged. */
function inflated(packed: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  const stream = new Unzlib((part, isLast) => {
    length += part.length;
    if (length > longestText) throw new Error('too long');
    parts.push(part);
    isWhole ||= isLast;
  });
  const step = 2 ** 16;
  try {
    for (let at = 0; at < packed.length; at += step)
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch {
    return undefined;
  }
  if (!isWhole) return undefined;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
