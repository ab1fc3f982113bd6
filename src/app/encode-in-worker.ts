import type { PngFacts } from '#exporters';
import type { EncodeAnswer, EncodeOrder } from './png.worker.ts';
import workerUrl from './png.worker.ts?worker&url';
import { reasonOfEnd, workerOnUse } from './trusted-worker.ts';

const worker = workerOnUse(workerUrl);

/** Started ahead of its first use: once the page has loaded it asks its server for nothing. */
export const warmEncoder = worker.get;

/**
 * The pixels, which are given away, as a PNG: packing them takes longer than drawing them. Rejects at once where it is
 * cancelled.
 */
export const encodeInWorker = (
  pixels: ImageBitmap,
  facts: PngFacts,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const current = warmEncoder();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<EncodeAnswer>) => {
      port1.close();
      if ('png' in data) resolve(data.png);
      else reject(new Error(data.error));
    };
    current.onerror = (event) => {
      worker.end(current);
      reject(new Error(reasonOfEnd(event, 'The picture is too large for this browser: take the SVG.')));
    };
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    const order: EncodeOrder = { pixels, facts, answer: port2 };
    current.postMessage(order, [pixels, port2]);
  });
