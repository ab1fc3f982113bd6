import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Io } from './io.ts';
import { UsageFault } from './usage-fault.ts';

/** Pixels a unit of the drawing, so that text stays sharp when the picture is enlarged. */
const scale = 2;

/** Longest side in pixels; larger drawings are scaled down to it. */
const longestSide = 16_000;

let isReady = false;

/** Draws a self-contained SVG with the fonts that lie beside the program. */
export async function svgToPng(svg: string, io: Io): Promise<Uint8Array> {
  const { wasm, fonts } = await loadRenderer(io);
  if (!isReady) await initWasm(new Uint8Array(wasm));
  isReady = true;
  const options = {
    font: {
      fontBuffers: fonts.map((font) => new Uint8Array(font)),
      defaultFontFamily: 'Inter',
      loadSystemFonts: false,
    },
  };
  const size = new Resvg(svg, options);
  const longest = Math.max(size.width, size.height, 1);
  const value = Math.min(scale, longestSide / longest);
  size.free();
  const drawing = new Resvg(svg, { ...options, fitTo: { mode: 'zoom', value } });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}

async function loadRenderer(io: Io) {
  try {
    return await io.loadRenderer();
  } catch {
    throw new UsageFault(
      'png: resvg.wasm and fonts are not beside the program; build it with npm run build.',
    );
  }
}
