import { findResource, type ResourceId } from '#model';
import type { ExportInput } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { writeDesign } from '../json/write-design.ts';

/** Where a resource stands in a file that people have. */
export interface Place {
  /** Relative, as a URI. */
  readonly uri: string;
  /** From 1. */
  readonly line: number;
}

/**
 * Finds the line on which a resource's id is written: in the files that were opened, else in the design as it is saved.
 * What is found nowhere stands on the first line of the first file.
 */
export function placeFinder(input: ExportInput): (id: ResourceId | undefined) => Place {
  const { design } = input;
  const files = (input.sourceFiles ?? [savedDesign(input)]).map(({ path, text }) => ({
    uri: uriOf(path),
    lineOf: linesByValue(text),
  }));
  return (id) => {
    const resource = findResource(design, id);
    for (const value of [resource?.azureId, resource?.id])
      for (const { uri, lineOf } of files) {
        const line = value === undefined ? undefined : lineOf.get(value.toLowerCase());
        if (line !== undefined) return { uri, line };
      }
    return { uri: files[0]?.uri ?? 'design', line: 1 };
  };
}

const savedDesign = (input: ExportInput) => {
  const { path, content } = fileOf('json', input, writeDesign(input.design));
  return { path, text: content };
};

/** Values of properties called `id`, in any spelling, with the first line of each. */
function linesByValue(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let line = 1;
  let from = 0;
  for (const match of text.matchAll(/"(?:resource)?id"\s*:\s*("(?:[^"\\]|\\.)*")/gi)) {
    for (let at = text.indexOf('\n', from); at >= 0 && at < match.index; at = text.indexOf('\n', at + 1))
      line += 1;
    from = match.index;
    const value = textOf(match[1]);
    if (value !== undefined && !found.has(value)) found.set(value, line);
  }
  return found;
}

function textOf(literal: string | undefined): string | undefined {
  try {
    return (JSON.parse(literal ?? '') as string).toLowerCase();
  } catch {
    return undefined;
  }
}

/** A path as a URI: `/` between parts, everything else that is not plain in percent. */
const uriOf = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+/, '')
    .split('/')
    .map((part) => encodeURIComponent(part.replaceAll(/[\ud800-\udfff]/gu, '_')))
    .join('/');
