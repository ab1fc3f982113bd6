import type { ImportResult } from '#importers';
import type { OpenRequest } from './files.worker.ts';
import workerUrl from './files.worker.ts?worker&url';
import { startWorker } from './trusted-worker.ts';

let worker: Worker | undefined;
let before: Promise<unknown> = Promise.resolve();

/** Starts the worker ahead of its first use: once the page has loaded it asks its server for nothing. */
export const warmImporter = (): void => {
  worker ??= startWorker(workerUrl);
};

const importNow = (request: OpenRequest): Promise<ImportResult> => {
  warmImporter();
  const current = worker;
  const fail = (text: string) => {
    current?.terminate();
    worker = undefined;
    return new Error(text);
  };
  return new Promise<ImportResult>((resolve, reject) => {
    if (!current) return;
    current.onmessage = ({ data }: MessageEvent<ImportResult>) => resolve(data);
    current.onmessageerror = () => reject(fail('The design is too large for this browser.'));
    current.onerror = () => reject(fail('The file could not be read to its end.'));
    current.postMessage(request);
  });
};

/** Opens files as one design off the main thread, so that the page stays alive however large they are; one at a time. */
export const importInWorker = (files: readonly File[], complete?: boolean): Promise<ImportResult> => {
  const result = before.then(() => importNow({ files, complete }));
  before = result.catch(() => undefined);
  return result;
};
