import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { type Fonts, fontFileNamesFor } from '#exporters';

/** Longest side in pixels; larger drawings are scaled down to it. */
const longestSide = 16_000;

/** A picture of a drawing, and the pixels a unit that it really has. */
export interface Raster {
  readonly png: Uint8Array;
  readonly scale: number;
}

export interface Renderer {
  readonly wasm: Uint8Array;
  readonly fonts: Fonts;
}

let ready: Promise<unknown> | undefined;

/** Draws a self-contained SVG, so many pixels a unit; only the given fonts are used. */
export async function svgToPng(svg: string, wanted: number, renderer: Renderer): Promise<Raster> {
  const { image, scale } = await renderSvg(svg, wanted, renderer);
  const png = image.asPng();
  image.free();
  return { png, scale };
}

/** The pixels of a drawing; the caller frees them. */
export async function renderSvg(svg: string, wanted: number, { wasm, fonts }: Renderer) {
  ready ??= initWasm(new Uint8Array(wasm));
  await ready;
  const scale = Math.min(wanted, longestSide / longestOf(svg));
  const drawing = new Resvg(svg, {
    font: {
      // Only what is needed: every file is unpacked anew for every picture.
      fontBuffers: fontFileNamesFor(svg).flatMap((name) => fonts[name] ?? []),
      defaultFontFamily: 'Inter',
      loadSystemFonts: false,
    },
    fitTo: { mode: 'zoom', value: scale },
  });
  const image = drawing.render();
  drawing.free();
  return { image, scale };
}

/** The longer side of a drawing that we wrote, in units. */
function longestOf(svg: string): number {
  const sides = [...svg.slice(0, 400).matchAll(/ (?:width|height)="([\d.]+)"/g)].map(([, side]) =>
    Number(side),
  );
  return Math.max(1, ...sides.slice(0, 2));
}
