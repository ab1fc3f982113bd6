import { finishPng, type PngFacts } from '#exporters';

/** What the page sends: the pixels, what else the file holds, and where to answer. */
export interface EncodeOrder {
  readonly pixels: ImageBitmap;
  readonly facts: PngFacts;
  readonly answer: MessagePort;
}

/** The file, or why there is none. */
export type EncodeAnswer = { readonly png: Uint8Array<ArrayBuffer> } | { readonly error: string };

async function encoded(pixels: ImageBitmap): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(pixels.width, pixels.height);
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(pixels);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}

self.onmessage = async ({ data: { pixels, facts, answer } }: MessageEvent<EncodeOrder>) => {
  try {
    const png = finishPng(await encoded(pixels), facts);
    answer.postMessage({ png } satisfies EncodeAnswer, [png.buffer]);
  } catch (error) {
    const text = error instanceof Error ? error.message : 'The picture could not be written.';
    answer.postMessage({ error: text } satisfies EncodeAnswer);
  }
};
