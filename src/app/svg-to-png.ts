import type { Raster, RasterOptions } from '#commands';
import { encodeInWorker } from './encode-in-worker.ts';

/** Longest side in pixels, and most pixels, that browsers draw on a canvas. */
const longestSide = 16_000;
const mostPixels = 260_000_000;

/** Pixels that are drawn at once, so that the screen stays alive in between; each band costs a walk over the drawing. */
const bandPixels = 4_500_000;

let last: { readonly svg: string; readonly image: HTMLImageElement } | undefined;

/** The drawing read by the browser: once, however many sizes are drawn of it. */
async function loaded(svg: string): Promise<HTMLImageElement> {
  if (last?.svg === svg) return last.image;
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    last = { svg, image };
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Lets the page hear what happened; a timer would wait, too, until it has painted. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Draws a self-contained SVG with the fonts that it carries, band by band; rejects where it is cancelled. */
export async function svgToPng(
  svg: string,
  wanted: number,
  { inside, signal, onProgress }: RasterOptions = {},
): Promise<Raster> {
  const image = await loaded(svg);
  const { naturalWidth, naturalHeight } = image;
  const longest = longestSide / Math.max(naturalWidth, naturalHeight, 1);
  const scale = Math.min(wanted, longest, Math.sqrt(mostPixels / Math.max(1, naturalWidth * naturalHeight)));
  const canvas = new OffscreenCanvas(Math.round(naturalWidth * scale), Math.round(naturalHeight * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser cannot draw a picture.');
  const band = Math.max(64, Math.round(bandPixels / canvas.width));
  for (let top = 0; top < canvas.height; top += band) {
    signal?.throwIfAborted();
    context.save();
    context.beginPath();
    context.rect(0, top, canvas.width, band);
    context.clip();
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    context.restore();
    // Reading a pixel makes the browser draw now rather than all of it at the end.
    context.getImageData(0, top, 1, 1);
    onProgress?.(Math.min(1, (top + band) / canvas.height));
    await nextTask();
  }
  signal?.throwIfAborted();
  const png = await encodeInWorker(canvas.transferToImageBitmap(), { scale, design: inside }, signal);
  return { png, scale };
}
