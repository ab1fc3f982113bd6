import { type ImportResult, importFiles, inputFileOf } from '#importers';
import { decodeText } from './decode-text.ts';

/** What the page sends to have files opened as one design. */
export interface OpenRequest {
  readonly files: readonly File[];
}

/** A drawing of more would hold up the tab for seconds; the terminal takes more. */
const mostResources = 5_000;

self.onmessage = async ({ data: { files } }: MessageEvent<OpenRequest>) => {
  const read = await Promise.all(
    files.map(async (file) => inputFileOf(file.name, new Uint8Array(await file.arrayBuffer()), decodeText)),
  );
  const result: ImportResult = importFiles(read, { mostResources });
  self.postMessage(result);
};
