/**
 * Files into a design: recognised by content, several as one, with a note for everything that was not understood.
 * May not: judge, execute anything from a file, or do I/O.
 */

export { type CustomRulesResult, readCustomRules } from './custom-rules/custom-rules.ts';
export { isCustomRules } from './custom-rules/is-custom-rules.ts';
export { importFiles } from './import-files.ts';
export { fetchReaders, importOnUse, rulesReader } from './import-on-use.ts';
export type { ImportNote, ImportOptions, ImportResult, InputFile } from './importer.ts';
export { inputFileOf } from './picture/picture.ts';
