import { defaultSecurityRules } from '#catalog';
import { findOfKind, findResource, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import type { Estate } from './estate.ts';
import { interfaceAt, unseenInterfaceOf } from './interfaces.ts';
import { memoForGood, onceForPart } from './memo.ts';
import type { EffectiveSecurityRule, TaggedAnswer } from './network.ts';
import { isPlatformAddress, namesPlatform } from './platform.ts';
import {
  both,
  either,
  holdsPort,
  type Match,
  matchPlaces,
  matchProtocol,
  matchSourcePort,
  matchTarget,
  type Places,
  placesOf,
  portsIn,
  type Range,
  type VirtualNetworkSpace,
} from './tags.ts';
import type { Target } from './target.ts';

/** A packet as a filter sees it: two ends, protocol and port. */
export interface Packet {
  readonly from: Target;
  readonly to: Target;
  readonly protocol: 'Tcp' | 'Udp';
  readonly port: number;
}

/** A filter's answer to one packet. */
export interface FilterAnswer extends TaggedAnswer {
  /** What has to change where it denies. */
  readonly at?: ResourceId;
}

type SecurityGroup = ResourceOf<'network-security-group'>;
type Direction = 'Inbound' | 'Outbound';

/** Each direction when it is asked for: most groups are only ever met on the way out. */
const onceForDirection = <R extends object>(
  derive: (group: SecurityGroup, direction: Direction) => R,
): ((group: SecurityGroup, direction: Direction) => R) => {
  const known = {
    Inbound: onceForPart((group: SecurityGroup) => derive(group, 'Inbound')),
    Outbound: onceForPart((group: SecurityGroup) => derive(group, 'Outbound')),
  };
  return (group, direction) => known[direction](group);
};

/** A security group's rules in the order of evaluation, Azure's own last. */
export const effectiveRules = onceForDirection((group, direction): readonly EffectiveSecurityRule[] => [
  ...group.securityRules
    .filter((rule) => rule.direction === direction)
    .toSorted((one, other) => one.priority - other.priority)
    .map((rule) => ({
      group: group.id,
      name: rule.name,
      priority: rule.priority,
      access: rule.access,
      protocol: rule.protocol,
      sources: endsOf(rule.sourceAddressPrefixes, rule.sourceApplicationSecurityGroups),
      sourcePorts: rule.sourcePortRanges,
      destinations: endsOf(rule.destinationAddressPrefixes, rule.destinationApplicationSecurityGroups),
      destinationPorts: rule.destinationPortRanges,
      isDefault: false,
    })),
  ...defaultsOf(direction),
]);

/** A rule as packets are held against it. */
export interface ReadRule {
  readonly rule: EffectiveSecurityRule;
  readonly ports: readonly Range[];
  readonly sourcePorts: Match;
  readonly sources: Places;
  readonly destinations: Places;
  readonly namesPlatform: boolean;
}

export const readRule = (rule: EffectiveSecurityRule): ReadRule => ({
  rule,
  ports: portsIn(rule.destinationPorts),
  sourcePorts: matchSourcePort(rule.sourcePorts),
  sources: placesOf(rule.sources),
  destinations: placesOf(rule.destinations),
  namesPlatform: namesPlatform(rule.destinations),
});

/** With the answer that it gives where it decides. */
interface AnsweringRule extends ReadRule {
  readonly answer: FilterAnswer;
}

/** The copy comes last: to add properties to one takes longer than to make the rest. */
const answeringRules = onceForDirection((group, direction): readonly AnsweringRule[] =>
  effectiveRules(group, direction).map((rule) => ({
    answer: {
      access: rule.access,
      by: `rule ${rule.name} (${rule.priority}) of ${group.name}`,
      at: group.id,
    },
    ...readRule(rule),
  })),
);

const endsOf = (prefixes: readonly string[], groups: readonly ResourceId[] | undefined) =>
  groups === undefined || groups.length === 0 ? prefixes : [...prefixes, ...groups];

const defaultsOf = memoForGood((direction: Direction): readonly EffectiveSecurityRule[] =>
  defaultSecurityRules
    .filter((rule) => rule.direction === direction)
    .map((rule) => ({
      name: rule.name,
      priority: rule.priority,
      access: rule.access,
      protocol: '*',
      sources: [rule.source],
      sourcePorts: ['*'],
      destinations: [rule.destination],
      destinationPorts: ['*'],
      isDefault: true,
    })),
);

/** What a security group answers to a packet; `space` is what VirtualNetwork stands for where it is attached. */
export const filterBySecurityGroup = (
  estate: Estate,
  groupId: ResourceId,
  direction: Direction,
  packet: Packet,
  space: VirtualNetworkSpace,
): FilterAnswer => {
  const group = findOfKind(estate.design, groupId, 'network-security-group');
  if (!group || group.presence === 'not-shown') {
    const words = group
      ? `network security group ${group.name}`
      : 'a network security group that it only names';
    return { access: 'unknown', by: group?.name ?? 'what is not shown', missing: `the rules of ${words}` };
  }
  let doubts: AnsweringRule[] | undefined;
  const ends = endsIn(estate, space);
  const isExempt = isPlatformAddress(packet.to.address);
  for (const one of answeringRules(group, direction)) {
    if (isExempt && !one.namesPlatform) continue;
    const match = matchRule(ends, one, packet);
    if (match === 'no') continue;
    if (match === 'yes')
      return doubts === undefined ? one.answer : answerAfter(doubts, one, group, direction, packet);
    doubts ??= [];
    doubts.push(one);
  }
  return isExempt
    ? { access: 'Allow', by: `the platform’s exemption from ${group.name}` }
    : { access: 'Deny', by: `the end of the rules of ${group.name}`, at: groupId };
};

/** What a rule answers behind others of which it is not known whether they hold the packet. */
function answerAfter(
  doubts: readonly AnsweringRule[],
  { rule: decisive, answer }: AnsweringRule,
  group: SecurityGroup,
  direction: Direction,
  packet: Packet,
): FilterAnswer {
  const doubt = doubts.find(({ rule }) => rule.access !== decisive.access);
  if (!doubt) return answer;
  const { rule } = doubt;
  const end = packet[direction === 'Outbound' ? 'to' : 'from'];
  const prefixes = (direction === 'Outbound' ? rule.destinations : rule.sources).join(', ');
  return {
    ...doubt.answer,
    access: 'unknown',
    missing: `whether ${prefixes} of rule ${rule.name} in ${group.name} holds ${/^VirtualNetwork$/i.test(prefixes) && !end.isPrivate ? 'public addresses' : end.label}`,
  };
}

/** What the ends of rules may stand for where they are attached. */
interface Ends {
  readonly estate: Estate;
  readonly space: VirtualNetworkSpace;
  /** Whether there are application security groups, which ends may name. */
  readonly hasGroups: boolean;
}

export const endsIn = (estate: Estate, space: VirtualNetworkSpace): Ends => ({
  estate,
  space,
  hasGroups: resourcesOfKind(estate.design, 'application-security-group').length > 0,
});

/** Whether a rule holds a packet. */
export function matchRule(
  within: Ends,
  { rule, ports, sourcePorts, sources, destinations }: ReadRule,
  packet: Packet,
): Match {
  if (!holdsPort(ports, packet.port) || sourcePorts === 'no') return 'no';
  if (!matchProtocol(rule.protocol, packet.protocol)) return 'no';
  const source = matchEnd(within, rule.sources, sources, packet.from);
  if (source === 'no') return 'no';
  return both(both(source, matchEnd(within, rule.destinations, destinations, packet.to)), sourcePorts);
}

const matchEnd = (within: Ends, texts: readonly string[], places: Places, target: Target): Match =>
  within.hasGroups ? matchWithGroups(within, texts, target) : matchPlaces(places, target, within.space);

/** An end of a rule holds prefixes and tags, or application security groups by resource id. */
function matchWithGroups({ estate, space }: Ends, ends: readonly string[], target: Target): Match {
  const isGroup = (end: string) =>
    findResource(estate.design, end as ResourceId)?.kind === 'application-security-group';
  const groups = ends.filter(isGroup);
  const match = matchTarget(groups.length === 0 ? ends : ends.filter((end) => !isGroup(end)), target, space);
  if (match === 'yes' || groups.length === 0) return match;
  return either(match, matchGroups(estate, groups, target));
}

/** Whether what owns an address is a member of one of the application security groups, by its network interface. */
function matchGroups(estate: Estate, groups: readonly string[], { owner, address }: Target): Match {
  const resource = findResource(estate.design, owner);
  const own =
    resource?.kind === 'private-endpoint'
      ? resource.applicationSecurityGroups
      : interfaceAt(estate, owner, address)?.ipConfigurations.flatMap(
          (one) => one.applicationSecurityGroups ?? [],
        );
  if (groups.some((group) => own?.includes(group as ResourceId))) return 'yes';
  return unseenInterfaceOf(estate, owner) === undefined ? 'no' : 'maybe';
}

/** The security group of the interface by which a machine sends, or that has the address. */
export const interfaceGroupOf = (
  estate: Estate,
  id: ResourceId | undefined,
  address?: number,
): ResourceId | undefined => interfaceAt(estate, id, address)?.networkSecurityGroup;
