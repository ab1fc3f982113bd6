import type { ImportResult } from '#importers';
import type { OpenRequest } from './files.worker.ts';
import workerUrl from './files.worker.ts?worker&url';
import { reasonOfEnd, workerOnUse } from './trusted-worker.ts';

const worker = workerOnUse(workerUrl);
let before: Promise<unknown> = Promise.resolve();

const send = (to: Worker, request: OpenRequest) => to.postMessage(request);

/** Has everything fetched that opening files may need. */
export const warmImporter = (): void => send(worker.get(), { isAhead: true });

const importNow = (files: readonly File[], signal?: AbortSignal): Promise<ImportResult> =>
  new Promise<ImportResult>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const current = worker.get();
    const stop = (reason: unknown) => {
      worker.end(current);
      reject(reason);
    };
    // A file is read in one go: a worker that is to stop is ended, and another made ready.
    const cancel = () => {
      stop(signal?.reason);
      warmImporter();
    };
    current.onmessage = ({ data }: MessageEvent<ImportResult>) => {
      signal?.removeEventListener('abort', cancel);
      resolve(data);
    };
    current.onmessageerror = () => stop(new Error('The design is too large for this browser.'));
    current.onerror = (event) =>
      stop(new Error(reasonOfEnd(event, 'The file could not be read to its end.')));
    signal?.addEventListener('abort', cancel, { once: true });
    send(current, { files });
  });

/** Opens files as one design off the main thread, so that the page stays alive however large they are; one at a time. */
export const importInWorker = (files: readonly File[], signal?: AbortSignal): Promise<ImportResult> => {
  const result = before.then(() => importNow(files, signal));
  before = result.catch(() => undefined);
  return result;
};
