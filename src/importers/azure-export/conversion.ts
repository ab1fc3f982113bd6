import type { Resource, ResourceId, ResourceKind, ResourceOf } from '#model';
import type { Estate } from './estate.ts';
import type { Part } from './part.ts';
import type { Row } from './row.ts';

type OwnProperties<K extends ResourceKind> = Omit<
  ResourceOf<K>,
  'id' | 'kind' | 'name' | 'azureId' | 'presence' | 'tags' | 'parent'
>;

/** What a converter says of a resource: its kind and properties, and the container where that is not its region. */
export type Draft = {
  [K in ResourceKind]: { readonly kind: K; readonly parent?: ResourceId | undefined } & {
    readonly [P in keyof OwnProperties<K>]: OwnProperties<K>[P] | undefined;
  };
}[Resource['kind']];

/** A row with what a converter needs to read it. */
export interface Reading {
  readonly row: Row;
  readonly properties: Part;
  readonly estate: Estate;
  /** The id of what a property refers to; see `Estate.refer`. */
  refer(property: string, spelled: string | undefined, kind?: ResourceKind): ResourceId | undefined;
  referAll(
    property: string,
    spelled: readonly string[] | undefined,
    kind?: ResourceKind,
  ): readonly ResourceId[] | undefined;
}

/** A row as a resource; `undefined` where it lacks what makes it one, which is then noted. */
export type Converter = (reading: Reading) => Draft | undefined;

export const readingOf = (row: Row, estate: Estate): Reading => ({
  row,
  estate,
  properties: estate.partOf(row),
  refer: (property, spelled, kind) => estate.refer(row, property, spelled, kind),
  referAll: (property, spelled, kind) => estate.referAll(row, property, spelled, kind),
});
