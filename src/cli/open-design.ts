import { type ImportNote, type InputFile, importFiles, inputFileOf } from '#importers';
import { type Design, edits } from '#model';
import type { FileOptions } from './arguments.ts';
import { decodeText } from './decode-text.ts';
import type { Io } from './io.ts';
import { counted } from './layout.ts';
import { UsageFault } from './usage-fault.ts';

export interface OpenedDesign {
  readonly design: Design;
  readonly notes: readonly ImportNote[];
  /** What was read, so that findings can be told by their lines. */
  readonly sourceFiles: readonly { readonly path: string; readonly text: string }[];
}

/** Reads files as one design with the goals of the command line. */
export async function openDesign(
  paths: readonly string[],
  { goals, complete }: FileOptions,
  io: Io,
): Promise<OpenedDesign> {
  if (paths.length === 0) throw new UsageFault('no FILE was given.');
  const files = [];
  for (const path of paths) files.push(await readInput(path, io));
  const result = importFiles(files, { complete });
  if (!result.ok) throw new UsageFault([result.error, result.command ?? []].flat().join(' '));
  return {
    design: edits.stateGoals(result.design, goals),
    notes: result.notes,
    sourceFiles: files.map(({ name, text }) => ({ path: name, text })),
  };
}

/** Says that parts of the input are not in what is told. */
export const notesLines = ({ notes }: OpenedDesign): readonly string[] =>
  notes.length === 0
    ? []
    : ['', `Not understood: ${counted(notes.length, 'part')} of the input; isoplan check lists them.`];

const faults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'this is a folder, not a file.',
  EACCES: 'it may not be read.',
  EPERM: 'it may not be read.',
  ERR_FS_FILE_TOO_LARGE: 'it is too large.',
  ERR_STRING_TOO_LONG: 'it is too large.',
};

const readInput = (path: string, io: Io): Promise<InputFile> =>
  readAs(path, io, (bytes) => inputFileOf(path === '-' ? 'standard input' : path, bytes, decodeText));

/** Text of a file; a fault where it cannot be read. */
export const readText = (path: string, io: Io): Promise<string> => readAs(path, io, decodeText);

async function readAs<T>(path: string, io: Io, as: (bytes: Uint8Array) => T): Promise<T> {
  try {
    return as(await io.readBytes(path));
  } catch (error) {
    throw new UsageFault(`${path}: ${faults[codeOf(error)] ?? 'it could not be read.'}`);
  }
}

/** Node's code of a failure, or nothing. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
