import { fixedSubnetOf } from '#catalog';
import { type Design, edits, type Resource, type ResourceKind } from '#model';

/** What Azure names, what people are called, and what only its parent tells from others. */
const keepTheirNames: ReadonlySet<ResourceKind> = new Set([
  'region',
  'internet',
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
export const withNameEnding = (design: Design, ending: string): Design =>
  ending === ''
    ? design
    : edits.renameResources(
        design,
        new Map(design.resources.map((one) => [one.id, longerName(one, ending)])),
      );
