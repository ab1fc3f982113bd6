import type { ExportRequest } from '#commands';
import type { ExportResult } from '#exporters';
import type { Design } from '#model';
import type { ExportAnswer, ExportOrder } from './export.worker.ts';
import workerUrl from './export.worker.ts?worker&url';
import { reasonOfEnd, workerOnUse } from './trusted-worker.ts';

const worker = workerOnUse(workerUrl);
/** The design that a worker has been sent. */
let known: { readonly by: Worker; readonly design: Design } | undefined;
let orders = 0;

/** Started ahead of its first use: once the page has loaded it asks its server for nothing. */
export const warmExporter = worker.get;

const cancelled = () => new DOMException('Cancelled', 'AbortError');

/**
 * Makes the files of a format off the main thread. Rejects at once where it is cancelled: what the worker still makes
 * of it is thrown away.
 */
export const exportInWorker = (request: ExportRequest, signal?: AbortSignal): Promise<ExportResult> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(cancelled());
    const current = warmExporter();
    orders += 1;
    const order = orders;
    const { design, ...rest } = request;
    const listening = new AbortController();
    const fail = (text: string) => {
      listening.abort();
      worker.end(current);
      reject(new Error(text));
    };
    const options = { signal: listening.signal };
    current.addEventListener(
      'message',
      ({ data }: MessageEvent<ExportAnswer>) => {
        if (data.order !== order) return;
        listening.abort();
        if ('result' in data) resolve(data.result);
        else reject(new Error(data.error));
      },
      options,
    );
    current.addEventListener(
      'messageerror',
      () => fail('The design is too large for this browser.'),
      options,
    );
    current.addEventListener(
      'error',
      (event) => fail(reasonOfEnd(event, 'The file could not be made to its end.')),
      options,
    );
    signal?.addEventListener(
      'abort',
      () => {
        listening.abort();
        reject(cancelled());
      },
      options,
    );
    const isKnown = known?.by === current && known.design === design;
    const message: ExportOrder = isKnown ? { ...rest, order } : { ...rest, order, design };
    known = { by: current, design };
    current.postMessage(message);
  });
