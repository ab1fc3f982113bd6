import type { Resource } from '#model';
import type { Field } from '../fields/field.ts';
import { fieldsShownFor } from '../fields/fields-of.ts';
import { valueAt } from '../value-path.ts';

/** What belongs to one thing alone: no two can have the same. */
const isOwn = ({ path, control }: Field): boolean =>
  (control.type === 'text' && (control.check === 'address' || control.check === 'prefix')) ||
  ((control.type === 'text' || control.type === 'list') && control.freeSpaceOf !== undefined) ||
  path.endsWith('Id');

const isSimple = ({ control }: Field): boolean =>
  control.type !== 'rows' && control.type !== 'pairs' && control.type !== 'references';

/** The fields that count for each of several resources and can be set for all at once; none where they are of different kinds. */
export function commonFieldsOf(resources: readonly Resource[]): readonly Field[] {
  const [first, ...others] = resources;
  if (!first || others.some(({ kind }) => kind !== first.kind)) return [];
  const shownForOthers = others.map((other) => new Set(fieldsShownFor(other)));
  return fieldsShownFor(first).filter(
    (field) =>
      isSimple(field) &&
      !isOwn(field) &&
      field.isToldByAzure !== true &&
      shownForOthers.every((shown) => shown.has(field)),
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
