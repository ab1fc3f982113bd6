import { defaultSecurityRules } from '#catalog';
import {
  findOfKind,
  findResource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
  type SecurityRule,
} from '#model';
import type { Estate } from './estate.ts';
import { memoForGood } from './memo.ts';
import type { EffectiveSecurityRule } from './network.ts';
import { both, type Match, matchPort, matchProtocol, matchTarget, type VirtualNetworkSpace } from './tags.ts';
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
  const doubts: EffectiveSecurityRule[] = [];
  for (const rule of effectiveRules(group, direction)) {
    const match = matchRule(estate, rule, packet, space);
    if (match === 'no') continue;
    if (match === 'maybe') {
      doubts.push(rule);
      continue;
    }
    const doubt = doubts.find((one) => one.access !== rule.access);
    if (!doubt)
      return { access: rule.access, by: `rule ${rule.name} (${rule.priority}) of ${name}`, at: groupId };
    const prefixes = (direction === 'Outbound' ? doubt.destinations : doubt.sources).join(', ');
    return {
      access: 'unknown',
      by: `rule ${doubt.name} (${doubt.priority}) of ${name}`,
      at: groupId,
      missing: `whether ${prefixes} of rule ${doubt.name} in ${name} holds ${packet[direction === 'Outbound' ? 'to' : 'from'].label}`,
    };
  }
  return { access: 'Deny', by: `the end of the rules of ${name}`, at: groupId };
};

function matchRule(
  estate: Estate,
  rule: EffectiveSecurityRule,
  packet: Packet,
  space: VirtualNetworkSpace,
): Match {
  if (!matchProtocol(rule.protocol, packet.protocol)) return 'no';
  if (!matchPort(rule.destinationPorts, packet.port)) return 'no';
  return both(
    matchEnd(estate, rule.sources, packet.from, space),
    matchEnd(estate, rule.destinations, packet.to, space),
  );
}

/** An end of a rule holds prefixes and tags, or application security groups by resource id. */
function matchEnd(
  estate: Estate,
  ends: readonly string[],
  target: Target,
  space: VirtualNetworkSpace,
): Match {
  if (resourcesOfKind(estate.design, 'application-security-group').length === 0)
    return matchTarget(ends, target, space);
  const isGroup = (end: string) =>
    findResource(estate.design, end as ResourceId)?.kind === 'application-security-group';
  const groups = ends.filter(isGroup);
  const match = matchTarget(groups.length === 0 ? ends : ends.filter((end) => !isGroup(end)), target, space);
  if (match === 'yes' || groups.length === 0) return match;
  const own = applicationSecurityGroupsOf(estate, target.owner);
  return groups.some((group) => own.includes(group as ResourceId)) ? 'yes' : match;
}

/** Application security groups of what owns an address, by its network interfaces. */
function applicationSecurityGroupsOf(estate: Estate, id: ResourceId | undefined): readonly ResourceId[] {
  const resource = findResource(estate.design, id);
  switch (resource?.kind) {
    case 'private-endpoint':
      return resource.applicationSecurityGroups ?? [];
    case 'network-interface':
      return resource.ipConfigurations.flatMap((one) => one.applicationSecurityGroups ?? []);
    case 'virtual-machine':
    case 'network-virtual-appliance':
      return interfacesOf(estate, resource.networkInterfaces).flatMap((one) =>
        applicationSecurityGroupsOf(estate, one.id),
      );
    default:
      return [];
  }
}

const interfacesOf = (estate: Estate, ids: readonly ResourceId[] | undefined) =>
  (ids ?? []).flatMap((id) => findOfKind(estate.design, id, 'network-interface') ?? []);

const machineGroupsOf = (estate: Estate, id: ResourceId | undefined): readonly ResourceId[] =>
  findOfKind(estate.design, id, 'virtual-machine') ? interfaceGroupsOf(estate, id) : [];

/** Security groups of a machine's first network interface, which is the one that it is reached by. */
export const interfaceGroupsOf = (estate: Estate, id: ResourceId | undefined): readonly ResourceId[] => {
  const resource = findResource(estate.design, id);
  switch (resource?.kind) {
    case 'network-interface':
      return resource.networkSecurityGroup === undefined ? [] : [resource.networkSecurityGroup];
    case 'virtual-machine':
    case 'network-virtual-appliance':
      return interfacesOf(estate, resource.networkInterfaces)
        .slice(0, 1)
        .flatMap((one) => one.networkSecurityGroup ?? []);
    case 'attached-compute':
      return machineGroupsOf(estate, resource.target);
    case 'dns-server':
      return machineGroupsOf(estate, resource.virtualMachine);
    default:
      return [];
  }
};

/** What Virtual Network Manager's rules answer, or `undefined` where they leave it to security groups. */
export const filterByAdminRules = (
  estate: Estate,
  virtualNetwork: ResourceId,
  direction: 'Inbound' | 'Outbound',
  packet: Packet,
  space: VirtualNetworkSpace,
): FilterAnswer | undefined => {
  for (const admin of resourcesOfKind(estate.design, 'security-admin-rules')) {
    if (!admin.virtualNetworks.includes(virtualNetwork)) continue;
    const rules = admin.rules
      .filter((rule) => rule.direction === direction)
      .toSorted((one, other) => one.priority - other.priority);
    for (const rule of rules) {
      const match = matchRule(estate, asEffective(rule), packet, space);
      if (match === 'no') continue;
      const by = `rule ${rule.name} (${rule.priority}) of ${admin.name}`;
      if (match === 'maybe')
        return {
          access: 'unknown',
          by,
          at: admin.id,
          missing: `whether rule ${rule.name} of ${admin.name} holds ${packet.to.label}`,
        };
      if (rule.access === 'Allow') break;
      return { access: rule.access === 'Deny' ? 'Deny' : 'Allow', by, at: admin.id };
    }
  }
  return undefined;
};

type AdminRule = ResourceOf<'security-admin-rules'>['rules'][number];

const asEffective = (rule: AdminRule | SecurityRule): EffectiveSecurityRule => ({
  name: rule.name,
  priority: rule.priority,
  access: rule.access === 'Deny' ? 'Deny' : 'Allow',
  protocol: rule.protocol,
  sources: rule.sourceAddressPrefixes,
  sourcePorts: rule.sourcePortRanges,
  destinations: rule.destinationAddressPrefixes,
  destinationPorts: rule.destinationPortRanges,
  isDefault: false,
});
