import type { ImportOptions, ImportResult, InputFile } from './importer.ts';
import { isAllDesigns, openParsed, parseFiles, unreadable } from './recognise.ts';

const pngReader = async () => (await import('./picture/png.ts')).designInPng;
const azureReader = async () => (await import('./azure-export/reader.ts')).azureReader;

/** What reads an organisation's rules, fetched when a file holds some. */
export const rulesReader = async () => (await import('./custom-rules/custom-rules.ts')).readCustomRules;

/** Fetches what only some files need ahead of its first use. */
export const fetchReaders = (): Promise<unknown> => Promise.all([pngReader(), azureReader()]);

/** As `importFiles`, with the code of a format fetched when a file is of it. Never rejects: bad input is a value. */
export async function importOnUse(
  files: readonly InputFile[],
  options: ImportOptions = {},
): Promise<ImportResult> {
  try {
    const parsed = parseFiles(files, files.some(({ png }) => png) ? await pngReader() : undefined);
    return openParsed(parsed, options, isAllDesigns(parsed) ? undefined : await azureReader());
  } catch (error) {
    return unreadable(files, error);
  }
}
