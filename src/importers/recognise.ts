import { notFetched } from '#model';
import type { AzureReader } from './azure-export/reader.ts';
import { describesDesired, type Fault } from './fault.ts';
import type { ImportOptions, ImportResult, InputFile } from './importer.ts';
import { isIsoplanDesign, readIsoplan } from './isoplan/isoplan.ts';
import { isObject, wordFor } from './json-object.ts';
import { openable, parseJson } from './json-text.ts';
import { NoteBook } from './note-book.ts';
import { type PngReader, textOf } from './picture/picture.ts';

/** Resources that are judged while a person waits. */
const resourcesWithinReach = 20_000;

/** Parsed files up to the first that is none. */
export interface ParsedFiles {
  readonly documents: readonly { readonly name: string; readonly value: unknown }[];
  readonly error?: string;
  /** What makes a file that can be opened. */
  readonly command?: string;
}

/** Parses files; a PNG needs its reader, and text that is no JSON one that says why. */
export function parseFiles(
  files: readonly InputFile[],
  readPng: PngReader | undefined,
  explain?: (name: string, text: string) => Fault,
): ParsedFiles {
  const documents: { readonly name: string; readonly value: unknown }[] = [];
  for (const file of files) {
    const { name } = file;
    const source = textOf(file, readPng);
    if (!source.ok) return { documents, error: `${name}: ${source.error}` };
    const parsed = parseJson(source.text);
    if (!parsed.ok) {
      const { error = 'This is not JSON.' } = parsed;
      const fault = parsed.error === undefined ? explain?.(name, source.text) : undefined;
      return { documents, ...fault, error: `${name}: ${fault?.error ?? error}` };
    }
    documents.push({ name, value: parsed.value });
  }
  return { documents };
}

/** Whether all of it is designs of ours, so that the reader of exports has nothing to say. */
export const isAllDesigns = ({ documents }: ParsedFiles): boolean =>
  documents.every(({ value }) => isIsoplanDesign(value));

/** What is said where reading itself broke off. */
export function unreadable(files: readonly InputFile[], error: unknown): ImportResult {
  const reason = error instanceof Error ? error.message : String(error);
  const what =
    reason === notFetched ? reason : `could not be read: Isoplan came upon a fault of its own (${reason}).`;
  return { ok: false, error: `${namesOf(files)}: ${what}` };
}

const namesOf = (files: readonly { readonly name: string }[]) => files.map(({ name }) => name).join(', ');

/** Opens parsed files as one design, each recognised by its content; `azure` may be absent where all are designs of ours. */
export function openParsed(
  { documents, ...refusal }: ParsedFiles,
  options: ImportOptions,
  azure: AzureReader | undefined,
): ImportResult {
  for (const { name, value } of documents) {
    const fault = faultOf(value, azure);
    if (fault) return { ok: false, ...fault, error: `${name}: ${fault.error}` };
  }
  const { error, ...help } = refusal;
  if (error !== undefined) return { ok: false, error, ...help };
  const [first] = documents;
  if (!first) return { ok: false, error: 'No file was given.' };
  const design = documents.find(({ value }) => isIsoplanDesign(value));
  if (design && documents.length > 1)
    return { ok: false, error: `${design.name}: an Isoplan design is opened alone, not with other files.` };
  const notes = new NoteBook();
  if (design && isIsoplanDesign(design.value)) {
    const opened = readIsoplan(design.value, titleOf(design) ?? 'Azure estate', notes);
    const complete = options.complete ?? opened.source.complete;
    return { ok: true, design: { ...opened, source: { ...opened.source, complete } }, notes: notes.list() };
  }
  if (!azure) return { ok: false, error: `${namesOf(documents)}: no reader of Azure exports is here.` };
  const mostResources = options.mostResources ?? resourcesWithinReach;
  const opened = azure.readAzureExport(
    documents.map(({ value }) => value),
    {
      fileName: documents.length === 1 ? titleOf(first) : undefined,
      isComplete: options.complete ?? false,
      mostResources,
    },
    notes,
  );
  if ('schemaVersion' in opened) return { ok: true, design: opened, notes: notes.list() };
  const why =
    opened.resources === 0
      ? 'there is no resource in it.'
      : `it holds ${opened.resources} network and machine learning resources, and ${mostResources} can be opened at once: export the resource groups or subscriptions of one workspace.`;
  return { ok: false, error: `${namesOf(documents)}: ${why}` };
}

/** A name for the design from that of its file; nothing for standard input. */
function titleOf({ name }: { readonly name: string }): string | undefined {
  const title = (name.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '');
  return title === '' || title === '-' ? undefined : title;
}

/** Why a value is nothing that can be opened, or `undefined` where it can. */
function faultOf(value: unknown, azure: AzureReader | undefined): Fault | undefined {
  if (isObject(value)) {
    const schema = value.$schema;
    if (typeof schema === 'string' && /deploymentTemplate/i.test(schema))
      return describesDesired('an ARM template');
    if (Object.hasOwn(value, 'planned_values')) return describesDesired('a Terraform plan');
  }
  if (isIsoplanDesign(value) || azure?.isAzureExport(value)) return undefined;
  if (Array.isArray(value) && value.length === 0) return undefined;
  return {
    error: `This JSON is neither an Isoplan design nor an Azure export: ${summaryOf(value)}. ${openable}`,
  };
}

function summaryOf(value: unknown): string {
  if (Array.isArray(value)) return `it is a list of ${value.length} without a resource id and type`;
  if (!isObject(value)) return `it is ${wordFor(value)}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return 'it is an empty object';
  const shown = keys.slice(0, 4).map((key) => `“${key.slice(0, 40)}”`);
  return `it is an object with ${shown.join(', ')}${keys.length > 4 ? ' and more' : ''}`;
}
