import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

it('reads UTF-8 with and without a byte order mark', () => {
  expect(decodeText(bytes(0x7b, 0x7d))).toBe('{}');
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toBe('{}');
});

it('reads UTF-16 of both byte orders, as PowerShell redirects into a file', () => {
  expect(decodeText(bytes(0xff, 0xfe, 0x7b, 0, 0x7d, 0))).toBe('{}');
  expect(decodeText(bytes(0xfe, 0xff, 0, 0x7b, 0, 0x7d))).toBe('{}');
});

it('reads nothing from an empty file', () => expect(decodeText(bytes())).toBe(''));
