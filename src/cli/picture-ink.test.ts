import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { loadExporter, type PictureOptions } from '#exporters';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { type DrawnText, design, drawnTexts, pictureRenderer } from '#testing';
import { renderSvg } from './svg-to-png.ts';

const today = '2026-11-23';
const renderer = await pictureRenderer();
const exporter = await loadExporter('svg');
const scale = 2;

const sheetOf = (built: Design, picture: PictureOptions = {}): string => {
  const network = deriveNetwork(built);
  const result = check(built, { today });
  const input = { design: built, network, result, today, picture: { holdsDesign: false, ...picture } };
  return exporter.export(input).files[0]?.content ?? '';
};

/** Where a picture differs from the same without its texts: the ink of the texts, a byte a pixel. */
async function inkOf(svg: string) {
  const pixels = async (drawing: string) => {
    const { image } = await renderSvg(drawing, scale, renderer);
    const { width, height } = image;
    const bytes = new Uint32Array(image.pixels.slice().buffer);
    image.free();
    return { width, height, bytes };
  };
  const [all, bare] = [await pixels(svg), await pixels(svg.replace(/<text[\s\S]*?<\/text>/g, ''))];
  return { ...all, bytes: Uint8Array.from(all.bytes, (pixel, at) => (pixel === bare.bytes[at] ? 0 : 1)) };
}

type Ink = Awaited<ReturnType<typeof inkOf>>;

/** Pixels of ink in a box that is grown by some units. */
function inkIn({ width, height, bytes }: Ink, box: DrawnText, grown: number, clear = false): number {
  let count = 0;
  const [left, right] = [(box.x - grown) * scale, (box.x + box.width + grown) * scale];
  const [top, bottom] = [(box.y - grown) * scale, (box.y + box.height + grown) * scale];
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y += 1)
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, Math.ceil(right)); x += 1) {
      count += bytes[y * width + x] ?? 0;
      if (clear) bytes[y * width + x] = 0;
    }
  return count;
}

const damaged = (built: Design): Design => ({
  ...built,
  resources: built.resources.filter(
    (one) => one.kind !== 'private-endpoint' || !one.groupIds.includes('file'),
  ),
});

const crowded = design('A design with a name that is longer than any title block would like it to be, by far')
  .virtualNetwork('vnet-with-a-name-that-goes-on-and-on-until-nobody-can-read-it', '10.0.0.0/16')
  .subnet(
    'snet-with-a-name-that-goes-on-and-on',
    'vnet-with-a-name-that-goes-on-and-on-until-nobody-can-read-it',
    '10.0.0.0/29',
  )
  .add(
    'virtual-machine',
    'Łódź ÄÖÜ ελληνικά Кириллица WWWWWWWWWWWWWWWW',
    'snet-with-a-name-that-goes-on-and-on',
  )
  .build();

const cases: readonly (readonly [string, () => string])[] = [
  ...blueprints.map(({ id, build }) => [id, () => sheetOf(build())] as const),
  ...blueprints
    .slice(0, 1)
    .map(({ id, build }) => [`${id}, damaged`, () => sheetOf(damaged(build()))] as const),
  ['long names', () => sheetOf(crowded)],
  ['long names in the dark', () => sheetOf(crowded, { scheme: 'dark', background: 'transparent' })],
];

describe.each(cases)('the labels of %s', (_, draw) => {
  const svg = draw();
  const texts = drawnTexts(svg).filter(({ text }) => text.trim() !== '');

  it('all leave ink in the PNG, where they were measured to be and nowhere else', async () => {
    const ink = await inkOf(svg);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((box) => inkIn(ink, box, 0) === 0).map(({ text }) => text)).toEqual([]);
    // Descenders and round letters reach a little beyond; what is left then is a label that is wider than its box.
    for (const box of texts) inkIn(ink, box, 2.5, true);
    expect(ink.bytes.reduce((sum, one) => sum + one, 0)).toBe(0);
  });

  it('do not lie over each other', () => {
    const overlapping = texts.flatMap((a, at) =>
      texts
        .slice(at + 1)
        .filter(
          (b) =>
            a.x + 1 < b.x + b.width - 1 &&
            b.x + 1 < a.x + a.width - 1 &&
            a.y + 1.5 < b.y + b.height - 1.5 &&
            b.y + 1.5 < a.y + a.height - 1.5,
        )
        .map((b) => `${a.text} over ${b.text}`),
    );
    expect(overlapping).toEqual([]);
  });

  it('stay on the sheet', () => {
    const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    const outside = texts.filter(
      (box) =>
        box.x < 4 ||
        box.y < 2 ||
        box.x + box.width > Number(width) - 4 ||
        box.y + box.height > Number(height) - 4,
    );
    expect(outside.map(({ text }) => text)).toEqual([]);
  });
});
