import type { ImportResult } from '#importers';
import type { OpenRequest } from './files.worker.ts';
import workerUrl from './files.worker.ts?worker&url';
import { startWorker } from './trusted-worker.ts';

/** Opens files as one design in a worker of their own, so that the page stays alive however large they are. */
export const importInWorker = (files: readonly File[], complete?: boolean): Promise<ImportResult> => {
  const worker = startWorker(workerUrl);
  return new Promise<ImportResult>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ImportResult>) => resolve(data);
    worker.onmessageerror = () => reject(new Error('The design is too large for this browser.'));
    worker.onerror = () => reject(new Error('The file could not be read to its end.'));
    const request: OpenRequest = { files, complete };
    worker.postMessage(request);
  }).finally(() => worker.terminate());
};
