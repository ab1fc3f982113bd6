import { type Acceptance, counted, findResource, kinds, type Resource } from '#model';
import type { Network } from '#network';
import type { Finding } from '#rules';
import { placeName } from './region-name.ts';

const properNames = /^(Azure|Bastion|DNS|NAT|VPN|IP|Kubernetes|Cosmos|Event|Data|Application|Log|AI|Route)/;

/** A kind's title inside a sentence: `compute cluster`, `Azure Firewall`. */
export const kindInWords = (kind: Resource['kind']): string => {
  const { title } = kinds[kind];
  const isProper = properNames.test(title) && !/^(Application security|Event grid|Data lake)/.test(title);
  return isProper ? title : title.charAt(0).toLowerCase() + title.slice(1);
};

const severities = ['error', 'warning', 'note'] as const;

/** Until when somebody answers for a finding: `until 2027-02-24`. */
export const termInWords = ({ expires }: Acceptance): string =>
  expires === undefined ? 'without an end' : `until ${expires}`;

/** Of several that end on one day, that day. */
function acceptedInWords(acceptances: readonly Acceptance[]): string {
  const terms = [...new Set(acceptances.map(termInWords))];
  return `${acceptances.length} accepted${terms.length === 1 ? ` ${terms[0]}` : ''}`;
}

/** `1 error, 2 warnings, 1 not decided`; empty without findings. */
export function findingsInWords(findings: readonly Finding[]): string {
  const open = findings.filter(({ accepted }) => !accepted);
  const decided = open.filter(({ verdict }) => verdict === 'failed');
  const counts = severities.map((severity) => {
    const count = decided.filter((finding) => finding.severity === severity).length;
    return count === 0 ? '' : counted(count, severity);
  });
  const undecided = open.length - decided.length;
  const terms = findings.flatMap(({ accepted }) => accepted ?? []);
  return [
    ...counts,
    undecided > 0 ? `${undecided} not decided` : '',
    terms.length > 0 ? acceptedInWords(terms) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Name, kind, fact and place of a resource in words. */
export function labelOf(resource: Resource, fact: string, network: Network): string {
  const kind = kindInWords(resource.kind);
  const parent = findResource(network.design, resource.parent);
  const words = fact.toLowerCase();
  const begins = words.startsWith(kind.toLowerCase());
  return [
    resource.name,
    kind,
    begins ? fact.slice(kind.length).replace(/^,\s*/, '') : kind.toLowerCase().endsWith(words) ? '' : fact,
    parent ? `in ${placeName(parent)}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
