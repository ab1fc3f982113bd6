import type { SubnetUsage } from '#network';

type Use = SubnetUsage['uses'][number];

/** What takes addresses of a subnet, and how many after the fix that is previewed, where that is another number. */
export interface AddressRow extends Use {
  readonly key: string;
  readonly after?: number;
}

const keyOf = ({ resource, label }: Use): string => `${resource ?? ''}${label}`;

/** Uses of before in their order, then those that the fix adds, which take nothing yet. */
export function addressRows(before: SubnetUsage, after: SubnetUsage = before): readonly AddressRow[] {
  const later = new Map(after.uses.map((use) => [keyOf(use), use]));
  const known = new Set(before.uses.map(keyOf));
  return [
    ...before.uses.map((use) => {
      const key = keyOf(use);
      const count = later.get(key)?.count ?? 0;
      return { ...use, key, ...(count === use.count ? {} : { after: count }) };
    }),
    ...after.uses
      .filter((use) => !known.has(keyOf(use)))
      .map((use) => ({ ...use, key: keyOf(use), count: 0, after: use.count })),
  ];
}
