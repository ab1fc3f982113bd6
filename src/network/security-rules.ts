import { defaultSecurityRules } from '#catalog';
import { findOfKind, findResource, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import type { Estate } from './estate.ts';
import { interfaceAt, unseenInterfaceOf } from './interfaces.ts';
import { memoForGood } from './memo.ts';
import type { EffectiveSecurityRule } from './network.ts';
import { isPlatformAddress, namesPlatform } from './platform.ts';
import {
  both,
  either,
  type Match,
  matchPort,
  matchProtocol,
  matchSourcePort,
  matchTarget,
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
export interface FilterAnswer {
  readonly access: 'Allow' | 'Deny' | 'unknown';
  /** The rule that decided, for people: `rule DenyAll (4096) of nsg-training`. */
  readonly by: string;
  /** What has to change where it denies. */
  readonly at?: ResourceId;
  /** Where it is not known: the fact that would tell. */
  readonly missing?: string;
}

type SecurityGroup = ResourceOf<'network-security-group'>;
type BothDirections = Readonly<Record<'Inbound' | 'Outbound', readonly EffectiveSecurityRule[]>>;
const ruleLists = new WeakMap<SecurityGroup, BothDirections>();

/** A security group's rules in the order of evaluation, Azure's own last. */
export const effectiveRules = (
  group: SecurityGroup,
  direction: 'Inbound' | 'Outbound',
): readonly EffectiveSecurityRule[] => {
  const known = ruleLists.get(group);
  if (known) return known[direction];
  const lists = { Inbound: listRules(group, 'Inbound'), Outbound: listRules(group, 'Outbound') };
  ruleLists.set(group, lists);
  return lists[direction];
};

const listRules = (
  group: SecurityGroup,
  direction: 'Inbound' | 'Outbound',
): readonly EffectiveSecurityRule[] => [
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
];

const endsOf = (prefixes: readonly string[], groups: readonly ResourceId[] | undefined) =>
  groups === undefined || groups.length === 0 ? prefixes : [...prefixes, ...groups];

const defaultsOf = memoForGood((direction: 'Inbound' | 'Outbound'): readonly EffectiveSecurityRule[] =>
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

const none: readonly never[] = [];

/** What a security group answers to a packet; `space` is what VirtualNetwork stands for where it is attached. */
export const filterBySecurityGroup = (
  estate: Estate,
  groupId: ResourceId,
  direction: 'Inbound' | 'Outbound',
  packet: Packet,
  space: VirtualNetworkSpace,
): FilterAnswer => {
  const group = findOfKind(estate.design, groupId, 'network-security-group');
  const name = estate.nameOf(groupId);
  if (!group || group.presence === 'not-shown')
    return { access: 'unknown', by: name, missing: `the rules of network security group ${name}` };
  let doubts: EffectiveSecurityRule[] | undefined;
  const ends = endsIn(estate, space);
  const isExempt = isPlatformAddress(packet.to.address);
  for (const rule of effectiveRules(group, direction)) {
    if (isExempt && !namesPlatform(rule.destinations)) continue;
    const match = matchRule(ends, rule, packet);
    if (match === 'no') continue;
    if (match === 'maybe') {
      doubts ??= [];
      doubts.push(rule);
      continue;
    }
    const doubt = doubts?.find((one) => one.access !== rule.access);
    if (!doubt)
      return { access: rule.access, by: `rule ${rule.name} (${rule.priority}) of ${name}`, at: groupId };
    const end = packet[direction === 'Outbound' ? 'to' : 'from'];
    const prefixes = (direction === 'Outbound' ? doubt.destinations : doubt.sources).join(', ');
    return {
      access: 'unknown',
      by: `rule ${doubt.name} (${doubt.priority}) of ${name}`,
      at: groupId,
      missing: `whether ${prefixes} of rule ${doubt.name} in ${name} holds ${/^VirtualNetwork$/i.test(prefixes) && !end.isPrivate ? 'public addresses' : end.label}`,
    };
  }
  return isExempt
    ? { access: 'Allow', by: `the platform’s exemption from ${name}` }
    : { access: 'Deny', by: `the end of the rules of ${name}`, at: groupId };
};

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
export function matchRule(within: Ends, rule: EffectiveSecurityRule, packet: Packet): Match {
  if (!matchProtocol(rule.protocol, packet.protocol)) return 'no';
  if (!matchPort(rule.destinationPorts, packet.port)) return 'no';
  const ports = matchSourcePort(rule.sourcePorts);
  if (ports === 'no') return 'no';
  const source = matchEnd(within, rule.sources, packet.from);
  if (source === 'no') return 'no';
  return both(both(source, matchEnd(within, rule.destinations, packet.to)), ports);
}

/** An end of a rule holds prefixes and tags, or application security groups by resource id. */
function matchEnd({ estate, space, hasGroups }: Ends, ends: readonly string[], target: Target): Match {
  if (!hasGroups) return matchTarget(ends, target, space);
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
export const interfaceGroupsOf = (
  estate: Estate,
  id: ResourceId | undefined,
  address?: number,
): readonly ResourceId[] => {
  const group = interfaceAt(estate, id, address)?.networkSecurityGroup;
  return group === undefined ? none : [group];
};
