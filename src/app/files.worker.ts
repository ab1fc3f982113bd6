import { fetchReaders, type ImportResult, importOnUse, inputFileOf } from '#importers';
import { decodeText } from './decode-text.ts';

/** What the page sends: files to be opened as one design, or that the worker is to have all that it may need. */
export type OpenRequest = { readonly files: readonly File[] } | { readonly isAhead: true };

/** A drawing of more would hold up the tab for seconds; the terminal takes more. */
const mostResources = 5_000;

/** Milliseconds of reading after which the browser's compiler knows the way. */
const warmMs = 300;

let isAsked = false;

/** Reads known designs before anybody opens one, a file at a time. */
async function warmUp(): Promise<void> {
  const { practise } = await import('./known-designs.ts');
  await practise(
    warmMs,
    () => !isAsked,
    (design) => importOnUse([{ name: 'known.json', text: JSON.stringify(design) }], { mostResources }),
  );
}

self.onmessage = async ({ data }: MessageEvent<OpenRequest>) => {
  if ('isAhead' in data) {
    // What fails is asked for again when it is needed.
    await fetchReaders()
      .then(warmUp)
      .catch(() => undefined);
    return;
  }
  isAsked = true;
  const { files } = data;
  const read = await Promise.all(
    files.map(async (file) => inputFileOf(file.name, new Uint8Array(await file.arrayBuffer()), decodeText)),
  );
  const result: ImportResult = await importOnUse(read, { mostResources });
  self.postMessage(result);
};
