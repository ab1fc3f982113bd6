import type { Resource, ResourceKind } from '#model';
import { valueAt } from '../value-path.ts';
import { choice, type Field, pairs, text, whileEmpty } from './field.ts';
import { machineLearningFields } from './machine-learning-fields.ts';
import { nameFields } from './name-fields.ts';
import { placeFields } from './place-fields.ts';
import { serviceFields } from './service-fields.ts';
import { trafficFields } from './traffic-fields.ts';

const fields: { readonly [K in ResourceKind]?: readonly Field[] } = {
  ...placeFields,
  ...trafficFields,
  ...nameFields,
  ...machineLearningFields,
  ...serviceFields,
};

/** What can be set on a kind; kinds without properties of their own have none. */
export const fieldsOf = (kind: ResourceKind): readonly Field[] => fields[kind] ?? [];

/** Whether a value says something: an empty list of what is decided elsewhere does not. */
const isTold = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== undefined);

/** Those that count for a resource as it is, and those that it has a value for. */
export const fieldsShownFor = (resource: Resource): readonly Field[] =>
  fieldsOf(resource.kind).filter(({ path, isToldByAzure, decidedBy, onlyWhile }) => {
    const isAskedFor = !isToldByAzure || resource.azureId !== undefined;
    const isDecidedHere = decidedBy === undefined || valueAt(resource, decidedBy) === undefined;
    const counts = onlyWhile === undefined || onlyWhile.values.includes(valueAt(resource, onlyWhile.path));
    return (isAskedFor && isDecidedHere && counts) || isTold(valueAt(resource, path));
  });

/** What every resource has, whatever its kind. */
export const commonFields: readonly Field[] = [
  whileEmpty('None: drawn here', text('azureId', 'Resource ID')),
  choice('presence', 'Shown', [['not-shown', 'Exists, but is not shown']], 'In full'),
  pairs('tags', 'Tags'),
];
