import { defaultSecurityRules } from '#catalog';
import type { SecurityRule } from '#model';
import { parseLoosePrefix } from '#network';
import { coversInternet, isPublicPrefix } from './sources-of-rules.ts';

/** A packet that waits to be let in: a service tag or `Internet`, a protocol and a port. */
export interface Arrival {
  readonly from: string;
  readonly protocol: 'Tcp' | 'Udp' | 'Any';
  readonly port: number;
}

/** What a security group does with an arrival, and the rule that decides. */
export interface Admission {
  readonly is: 'allowed' | 'denied' | 'unknown';
  readonly by: string;
}

const holdsPort = (ranges: readonly string[], port: number): boolean =>
  ranges.some((range) => {
    if (range === '*' || range.toLowerCase() === 'any') return true;
    const [first = Number.NaN, last = first] = range.split('-').map(Number);
    return first <= port && port <= last;
  });

const holdsProtocol = (rule: SecurityRule, protocol: Arrival['protocol']): boolean =>
  rule.protocol === '*' || protocol === 'Any' || rule.protocol.toLowerCase() === protocol.toLowerCase();

const isTag = (source: string, tag: string): boolean => {
  const word = source.toLowerCase();
  return word === tag.toLowerCase() || word.startsWith(`${tag.toLowerCase()}.`);
};

/** Tags of what is not on the internet. */
const inside = new Set(['VirtualNetwork', 'AzureLoadBalancer']);
const anywhere = new Set(['*', 'any', '0.0.0.0/0']);

/** Whether a rule holds where an arrival comes from: wholly, not at all, or who knows. */
function holdsSource(rule: SecurityRule, from: string): 'yes' | 'no' | 'maybe' {
  const sources = rule.sourceAddressPrefixes;
  if (inside.has(from)) {
    const isHeld = sources.some((source) => anywhere.has(source.toLowerCase()) || isTag(source, from));
    if (isHeld || from === 'AzureLoadBalancer') return isHeld ? 'yes' : 'no';
    return sources.some((source) => parseLoosePrefix(source) && !isPublicPrefix(source)) ? 'maybe' : 'no';
  }
  if (coversInternet(sources) || sources.some((source) => isTag(source, from))) return 'yes';
  return from !== 'Internet' && sources.some(isPublicPrefix) ? 'maybe' : 'no';
}

/** Azure's own rules, which stand below those of every security group. */
const azureRules = defaultSecurityRules.map(
  ({ source, destination, ...rule }): SecurityRule => ({
    ...rule,
    protocol: '*',
    sourceAddressPrefixes: [source],
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: [destination],
    destinationPortRanges: ['*'],
  }),
);

/** Inbound rules of a security group in the order of evaluation, Azure's own last. */
export function admissionOf(rules: readonly SecurityRule[], arrival: Arrival): Admission {
  const inbound = [...rules, ...azureRules]
    .filter((rule) => rule.direction === 'Inbound')
    .toSorted((a, b) => a.priority - b.priority || (a.name < b.name ? -1 : 1));
  let doubt: SecurityRule | undefined;
  for (const rule of inbound) {
    if (!holdsPort(rule.destinationPortRanges, arrival.port) || !holdsProtocol(rule, arrival.protocol))
      continue;
    const source = holdsSource(rule, arrival.from);
    if (source === 'no') continue;
    if (source === 'maybe') {
      doubt ??= rule;
      continue;
    }
    const by = `${rule.name} (${rule.priority}): ${rule.access} ${arrival.port} from ${rule.sourceAddressPrefixes.join(', ')}`;
    const access = rule.access === 'Allow' ? 'allowed' : 'denied';
    return doubt && doubt.access !== rule.access ? { is: 'unknown', by: doubt.name } : { is: access, by };
  }
  return { is: 'denied', by: 'DenyAllInBound' };
}
