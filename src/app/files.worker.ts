import { type ImportResult, importFiles } from '#importers';
import { decodeText } from './decode-text.ts';

/** What the page sends to have files opened as one design. */
export interface OpenRequest {
  readonly files: readonly File[];
  readonly complete: boolean | undefined;
}

/** A drawing of more would hold up the tab for seconds; the terminal takes more. */
const mostResources = 5_000;

self.onmessage = async ({ data: { files, complete } }: MessageEvent<OpenRequest>) => {
  const texts = await Promise.all(
    files.map(async (file) => ({ name: file.name, text: decodeText(await file.arrayBuffer()) })),
  );
  const result: ImportResult = importFiles(texts, { complete, mostResources });
  self.postMessage(result);
};
