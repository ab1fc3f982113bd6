import { expect, it } from 'vitest';
import { inFontOrder } from './font-order.ts';

it('gives Latin text fonts first, since a name finds the first file of its family', () => {
  expect(
    inFontOrder([
      'geist-mono-cyrillic-400-normal.woff2',
      'geist-mono-latin-400-normal.woff2',
      'inter-cyrillic-400-normal.woff2',
      'inter-latin-500-normal.woff2',
      'inter-latin-ext-400-normal.woff2',
      'inter-latin-400-normal.woff2',
    ]),
  ).toEqual([
    'inter-latin-400-normal.woff2',
    'inter-latin-500-normal.woff2',
    'geist-mono-latin-400-normal.woff2',
    'inter-latin-ext-400-normal.woff2',
    'inter-cyrillic-400-normal.woff2',
    'geist-mono-cyrillic-400-normal.woff2',
  ]);
});
