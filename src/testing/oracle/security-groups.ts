import type { Design, SecurityRule } from '#model';
import { find, type Place } from './document.ts';
import { type End, type Match, matchesAny, portMatches, virtualNetworkSpace } from './words.ts';

export interface Packet {
  readonly source: End;
  readonly destination: End;
  readonly protocol: 'Tcp' | 'Udp';
  readonly port: number;
}

/** What one filter does with a packet. */
export interface Filtering {
  readonly by: string;
  readonly access: 'Allow' | 'Deny' | 'maybe';
}

type PlainRule = Pick<
  SecurityRule,
  'priority' | 'access' | 'protocol' | 'sourceAddressPrefixes' | 'destinationAddressPrefixes'
> &
  Partial<SecurityRule>;

const plain = (
  priority: number,
  access: 'Allow' | 'Deny',
  source: string,
  destination: string,
): PlainRule => ({
  priority,
  access,
  protocol: '*',
  sourceAddressPrefixes: [source],
  destinationAddressPrefixes: [destination],
});

const defaults: Readonly<Record<'Inbound' | 'Outbound', readonly PlainRule[]>> = {
  Inbound: [
    plain(65000, 'Allow', 'VirtualNetwork', 'VirtualNetwork'),
    plain(65001, 'Allow', 'AzureLoadBalancer', '*'),
    plain(65500, 'Deny', '*', '*'),
  ],
  Outbound: [
    plain(65000, 'Allow', 'VirtualNetwork', 'VirtualNetwork'),
    plain(65001, 'Allow', '*', 'Internet'),
    plain(65500, 'Deny', '*', '*'),
  ],
};

/** Prefixes and application security groups are alternatives: a rule has one or the other on a side. */
function endMatches(
  end: End,
  words: readonly string[],
  groups: readonly string[] | undefined,
  space: readonly string[],
): Match {
  if (groups && groups.length > 0)
    return 'groups' in end && end.groups?.some((id) => groups.includes(id as never)) ? 'yes' : 'no';
  return matchesAny(words, end, space);
}

function ruleMatches(rule: PlainRule, packet: Packet, space: readonly string[]): Match {
  if (rule.protocol !== '*' && rule.protocol !== packet.protocol) return 'no';
  if (!portMatches(rule.destinationPortRanges ?? ['*'], packet.port)) return 'no';
  const both = [
    endMatches(packet.source, rule.sourceAddressPrefixes, rule.sourceApplicationSecurityGroups, space),
    endMatches(
      packet.destination,
      rule.destinationAddressPrefixes,
      rule.destinationApplicationSecurityGroups,
      space,
    ),
  ];
  return both.includes('no') ? 'no' : both.includes('maybe') ? 'maybe' : 'yes';
}

/** The first rule that matches decides; where one may match, it has to agree with what comes after it. */
function decide(rules: readonly PlainRule[], packet: Packet, space: readonly string[]): Filtering['access'] {
  const [first, ...rest] = rules;
  if (!first) return 'Allow';
  const match = ruleMatches(first, packet, space);
  if (match === 'yes') return first.access;
  const otherwise = decide(rest, packet, space);
  return match === 'no' || otherwise === first.access ? otherwise : 'maybe';
}

/** What the security groups at a place do with a packet: on the way out the interface's first, on the way in last. */
export function securityGroupsAt(
  design: Design,
  place: Place,
  direction: 'Inbound' | 'Outbound',
  packet: Packet,
): readonly Filtering[] {
  const space = virtualNetworkSpace(design, place);
  const attached = [place.networkInterface?.networkSecurityGroup, place.subnet.networkSecurityGroup];
  return (direction === 'Outbound' ? attached : attached.reverse()).flatMap((id) => {
    const group = find(design, 'network-security-group', id);
    if (!group) return [];
    const own = group.securityRules
      .filter((rule) => rule.direction === direction)
      .sort((one, other) => one.priority - other.priority);
    return { by: group.id, access: decide([...own, ...defaults[direction]], packet, space) };
  });
}
