import { fetched } from '#model';
import type { ImportOptions, ImportResult, InputFile } from './importer.ts';
import { isAllDesigns, openParsed, parseFiles, unreadable } from './recognise.ts';

const pngReader = async () => (await fetched(import('./picture/png.ts'))).designInPng;
const azureReader = async () => (await fetched(import('./azure-export/reader.ts'))).azureReader;
const faultReader = async () => (await fetched(import('./text-fault.ts'))).textFaultOf;

/** What reads an organisation's rules, fetched when a file holds some. */
export const rulesReader = async () =>
  (await fetched(import('./custom-rules/custom-rules.ts'))).readCustomRules;

/** Fetches what only some files need ahead of its first use. */
export const fetchReaders = (): Promise<unknown> => Promise.all([pngReader(), azureReader(), faultReader()]);

/** As `importFiles`, with the code of a format fetched when a file is of it. Never rejects: bad input is a value. */
export async function importOnUse(
  files: readonly InputFile[],
  options: ImportOptions = {},
): Promise<ImportResult> {
  try {
    const readPng = files.some(({ png }) => png) ? await pngReader() : undefined;
    const first = parseFiles(files, readPng);
    // Read once more to say why it cannot be read.
    const parsed = first.error === undefined ? first : parseFiles(files, readPng, await faultReader());
    return openParsed(parsed, options, isAllDesigns(parsed) ? undefined : await azureReader());
  } catch (error) {
    return unreadable(files, error);
  }
}
