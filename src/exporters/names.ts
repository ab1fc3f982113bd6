import { enclosing, findResource, kinds, type Resource, type ResourceId } from '#model';
import type { ExportInput } from './exporter.ts';
import { oneLine } from './one-line.ts';

/** Most objects named in one line; the rest are counted. */
const mostNames = 8;

/** What people call a resource: a subnet with its network, everything else by its name. */
export function nameOf({ design }: ExportInput, id: ResourceId | undefined): string {
  const resource = findResource(design, id);
  if (!resource) return id === undefined ? '(none)' : oneLine(id);
  const name = oneLine(resource.name) || '(unnamed)';
  if (resource.kind !== 'subnet') return name;
  const network = enclosing(design, resource.id, 'virtual-network');
  return network ? `${oneLine(network.name)}/${name}` : name;
}

/** Name and kind: `stdata (storage account)`. */
export const nameAndKind = (input: ExportInput, id: ResourceId): string => {
  const resource = findResource(input.design, id);
  const name = nameOf(input, id);
  return resource ? `${name} (${titleOf(resource)})` : name;
};

/** Kind in the middle of a sentence; names that Azure writes with a capital keep it. */
const titleOf = ({ kind }: Resource): string => {
  const { title } = kinds[kind];
  return /^[A-Z][a-z]+ [a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
};

export const listOfNames = (names: readonly string[]): string =>
  names.length > mostNames
    ? `${names.slice(0, mostNames).join(', ')} and ${names.length - mostNames} more`
    : names.join(', ');

/** Shown in the file, or known only from what points at it. */
export const isShown = (resource: Resource | undefined): boolean => resource?.presence !== 'not-shown';

/** What an absent list says: nothing is there, or nothing is known. */
export const absent = ({ design }: ExportInput, resource: Resource): string =>
  design.source.complete && isShown(resource) ? 'none' : 'not shown';
