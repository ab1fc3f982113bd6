/**
 * Files into a design: recognised by content, several as one, with a note for everything that was not understood.
 * May not: judge, execute anything from a file, or do I/O.
 */

export { type CustomRulesResult, isCustomRules, readCustomRules } from './custom-rules/custom-rules.ts';
export { importFiles } from './import-files.ts';
export { fetchReaders, importOnUse } from './import-on-use.ts';
export type { ImportNote, ImportOptions, ImportResult, InputFile } from './importer.ts';
export { inputFileOf } from './picture/picture.ts';
