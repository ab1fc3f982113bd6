import { fixedSubnetOf } from '#catalog';
import type { Design, Resource, ResourceKind } from '#model';

/** What Azure names, what people are called, and what only its parent tells from others. */
const keepTheirNames: ReadonlySet<ResourceKind> = new Set([
  'region',
  'private-dns-zone',
  'client',
  'on-premises-network',
  'dns-resolver-endpoint',
  'serverless-compute',
]);

/** Their names are letters and digits alone. */
const haveNoHyphens: ReadonlySet<ResourceKind> = new Set(['storage-account', 'container-registry']);

const longerName = ({ kind, name }: Resource, ending: string): string => {
  if (keepTheirNames.has(kind) || (kind === 'subnet' && fixedSubnetOf(name))) return name;
  return `${name}${haveNoHyphens.has(kind) ? '' : '-'}${ending}`;
};

/** A design in which every resource that people name ends in the same letters; what knows one by name goes on knowing it. */
export function withNameEnding(design: Design, ending: string): Design {
  if (ending === '') return design;
  const names = new Map(design.resources.map((one) => [one.name, longerName(one, ending)]));
  const replaced = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(replaced);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner)]));
  };
  return {
    ...design,
    resources: design.resources.map(
      (one) =>
        ({ ...(replaced(one) as Resource), kind: one.kind, name: longerName(one, ending) }) as Resource,
    ),
  };
}
