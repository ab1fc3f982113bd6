import type { Raster, RasterOptions } from '#commands';

/** Longest side in pixels, and most pixels, that browsers draw on a canvas. */
const longestSide = 16_000;
const mostPixels = 260_000_000;

/** Pixels that are drawn at once, so that the screen stays alive in between; each band costs a walk over the drawing. */
const bandPixels = 3_000_000;

const loaded = async (url: string): Promise<HTMLImageElement> => {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
};

const nextTask = (): Promise<void> => new Promise((resolve) => window.setTimeout(resolve));

/** Draws a self-contained SVG with the fonts that it carries, band by band; rejects where it is cancelled. */
export async function svgToPng(
  svg: string,
  wanted: number,
  { signal, onProgress }: RasterOptions = {},
): Promise<Raster> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = await loaded(url);
    const { naturalWidth, naturalHeight } = image;
    const longest = longestSide / Math.max(naturalWidth, naturalHeight, 1);
    const scale = Math.min(
      wanted,
      longest,
      Math.sqrt(mostPixels / Math.max(1, naturalWidth * naturalHeight)),
    );
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(naturalWidth * scale);
    canvas.height = Math.round(naturalHeight * scale);
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
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    signal?.throwIfAborted();
    if (!blob) throw new Error('The picture is too large for this browser: take the SVG.');
    return { png: new Uint8Array(await blob.arrayBuffer()), scale };
  } finally {
    URL.revokeObjectURL(url);
  }
}
