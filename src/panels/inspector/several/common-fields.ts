import { type Edit, edits, type Resource, resourceSchemas } from '#model';
import type { Field } from '../fields/field.ts';
import { fieldsOf } from '../fields/fields-of.ts';
import { valueAt, withValue } from '../value-path.ts';

/** What belongs to one thing alone: no two can have the same. */
const isOwn = ({ path, control }: Field): boolean =>
  (control.type === 'text' && (control.check === 'address' || control.check === 'prefix')) ||
  ((control.type === 'text' || control.type === 'list') && control.freeSpaceOf !== undefined) ||
  path.endsWith('Id');

const isSimple = ({ control }: Field): boolean =>
  control.type !== 'rows' && control.type !== 'pairs' && control.type !== 'references';

/** The fields that can be set for several resources at once; none where they are of different kinds. */
export function commonFieldsOf(resources: readonly Resource[]): readonly Field[] {
  const [first, ...others] = resources;
  if (!first || others.some(({ kind }) => kind !== first.kind)) return [];
  return fieldsOf(first.kind).filter(
    (field) => isSimple(field) && !isOwn(field) && field.isToldByAzure !== true,
  );
}

/** What all say at a path; mixed where they do not agree. */
export function commonValueAt(
  resources: readonly Resource[],
  path: string,
): { readonly value?: unknown; readonly isMixed: boolean } {
  const [first, ...others] = resources.map((resource) => valueAt(resource, path));
  const isMixed = others.some((other) => JSON.stringify(other) !== JSON.stringify(first));
  return isMixed ? { isMixed } : { value: first, isMixed };
}

/** Sets a property of several resources; a sentence where one of them cannot have that value. */
export function settingAll(resources: readonly Resource[], path: string, value: unknown): Edit | string {
  const [top = ''] = path.split('.');
  const changed = resources.map((before) => ({ before, after: withValue(before, path, value) }));
  for (const { before, after } of changed) {
    const parsed = resourceSchemas[before.kind].safeParse(after);
    if (!parsed.success)
      return `${before.name} cannot have that: ${parsed.error.issues[0]?.message ?? 'not valid'}.`;
  }
  return (design) =>
    changed.reduce(
      (current, { before, after }) =>
        edits.updateResource(current, before.id, before.kind, { [top]: valueAt(after, top) }),
      design,
    );
}
