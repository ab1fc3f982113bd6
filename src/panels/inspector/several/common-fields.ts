import type { Resource } from '#model';
import type { Field } from '../fields/field.ts';
import { fieldsOf } from '../fields/fields-of.ts';
import { valueAt } from '../value-path.ts';

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
