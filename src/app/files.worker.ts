import { type ImportResult, importFiles } from '#importers';
import { decodeText } from './decode-text.ts';

/** What the page sends to have files opened as one design. */
export interface OpenRequest {
  readonly files: readonly File[];
  readonly complete: boolean | undefined;
}

self.onmessage = async ({ data: { files, complete } }: MessageEvent<OpenRequest>) => {
  const texts = await Promise.all(
    files.map(async (file) => ({ name: file.name, text: decodeText(await file.arrayBuffer()) })),
  );
  const result: ImportResult = importFiles(texts, { complete });
  self.postMessage(result);
};
