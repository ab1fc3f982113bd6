import { type Design, findOfKind, flatMapped, type ResourceId, type ResourceOf } from '#model';
import { parseLoosePrefix, prefixesOverlap } from '#network';
import { isShown, shownOfKind } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';
import { joinedGroups, named } from './overlap-groups.ts';

type VirtualNetwork = ResourceOf<'virtual-network'>;

/** Networks by those that they share addresses with; found in the order of addresses, since few of many do. */
function overlapsAmong(
  networks: readonly VirtualNetwork[],
): ReadonlyMap<VirtualNetwork, ReadonlySet<VirtualNetwork>> {
  const overlaps = new Map<VirtualNetwork, Set<VirtualNetwork>>();
  const add = (one: VirtualNetwork, other: VirtualNetwork) =>
    overlaps.set(one, (overlaps.get(one) ?? new Set()).add(other));
  const ranges = flatMapped(networks, (network) =>
    flatMapped(network.addressPrefixes, (text) => {
      const prefix = parseLoosePrefix(text);
      return prefix ? [{ network, ...prefix }] : [];
    }),
  ).toSorted((one, other) => one.first - other.first);
  for (const [at, { network, last }] of ranges.entries())
    for (let next = at + 1; next < ranges.length; next += 1) {
      const other = ranges[next];
      if (!other || other.first > last) break;
      if (other.network === network) continue;
      add(network, other.network);
      add(other.network, network);
    }
  return overlaps;
}

/** What each network is joined with, also what is not shown: peers, and virtual WAN hubs. */
function hubsByNetwork(design: Design): ReadonlyMap<ResourceId, readonly ResourceId[]> {
  const hubs = new Map<ResourceId, ResourceId[]>();
  const join = (network: ResourceId | undefined, hub: ResourceId | undefined) => {
    if (network !== undefined && hub !== undefined) hubs.set(network, [...(hubs.get(network) ?? []), hub]);
  };
  for (const { parent, remoteVirtualNetwork } of shownOfKind(design, 'virtual-network-peering')) {
    join(parent, remoteVirtualNetwork);
    join(remoteVirtualNetwork, parent);
  }
  for (const { id, virtualNetworkConnections = [] } of shownOfKind(design, 'virtual-wan-hub'))
    for (const { remoteVirtualNetwork } of virtualNetworkConnections) join(remoteVirtualNetwork, id);
  return hubs;
}

export const addressSpaceOverlap = defineRule({
  id: 'address-space-overlap',
  category: 'Addresses',
  severity: () => 'error',
  title: 'Address spaces overlap',
  holds: 'The address space is shared with no other virtual network',
  remedy: 'Give one of the networks another address space before they are joined.',
  messages: {
    peered: (f: { one: string; other: string }) => `${f.one} and ${f.other} are peered but share addresses`,
    joined: (f: { one: string; other: string; hub: string; isWideArea: boolean }) =>
      `${f.one} and ${f.other} are both ${f.isWideArea ? 'connected to' : 'peered with'} ${f.hub} but share addresses`,
    hub: (f: { network: string; hub: string }) =>
      `${f.network} is connected to ${f.hub} but shares addresses with it`,
    apart: (f: { networks: readonly string[] }) =>
      `${listed(f.networks)} share addresses: they can never be peered`,
  },

  *check({ design }) {
    const networks = shownOfKind(design, 'virtual-network');
    const peers = new Map<VirtualNetwork, Set<VirtualNetwork>>(networks.map((one) => [one, new Set()]));
    for (const { parent, remoteVirtualNetwork } of shownOfKind(design, 'virtual-network-peering')) {
      const [one, other] = [parent, remoteVirtualNetwork].map((id) =>
        findOfKind(design, id, 'virtual-network'),
      );
      if (!one || !other || !isShown(one) || !isShown(other)) continue;
      peers.get(one)?.add(other);
      peers.get(other)?.add(one);
    }
    const isPeered = (one: VirtualNetwork, other: VirtualNetwork) => peers.get(one)?.has(other) ?? false;
    const hubs = hubsByNetwork(design);
    const hubOf = (one: VirtualNetwork, other: VirtualNetwork) =>
      hubs.get(one.id)?.find((hub) => hubs.get(other.id)?.includes(hub));
    const reported = new Set<VirtualNetwork>();
    const overlaps = overlapsAmong(networks);
    const overlapping = networks.filter((one) => overlaps.has(one));
    const overlap = (one: VirtualNetwork, other: VirtualNetwork) => overlaps.get(one)?.has(other) ?? false;
    for (const [at, one] of overlapping.entries())
      for (const other of overlapping.slice(at + 1)) {
        if (!overlap(one, other)) continue;
        const hub = hubOf(one, other);
        const found = {
          at: [one.id, other.id],
          evidence: [one, other].map(({ name, addressPrefixes }) => named(name, addressPrefixes)),
        };
        const facts = { one: labelOf(design, one.id), other: labelOf(design, other.id) };
        if (isPeered(one, other)) yield { ...found, message: 'peered', facts };
        else if (hub)
          yield {
            ...found,
            message: 'joined',
            facts: {
              ...facts,
              hub: labelOf(design, hub),
              isWideArea: findOfKind(design, hub, 'virtual-wan-hub') !== undefined,
            },
          };
        else continue;
        reported.add(one).add(other);
      }
    for (const hub of shownOfKind(design, 'virtual-wan-hub'))
      for (const network of networks) {
        const { addressPrefix = '' } = hub;
        const isShared = network.addressPrefixes.some((one) => prefixesOverlap(one, addressPrefix));
        if (!isShared || !hubs.get(network.id)?.includes(hub.id)) continue;
        yield {
          at: [network.id, hub.id],
          message: 'hub',
          facts: { network: labelOf(design, network.id), hub: labelOf(design, hub.id) },
          evidence: [named(network.name, network.addressPrefixes), named(hub.name, [addressPrefix])],
        };
        reported.add(network);
      }
    const apart = joinedGroups(
      overlapping.filter((one) => !reported.has(one)),
      overlap,
    );
    for (const group of apart)
      yield {
        at: group.map(({ id }) => id),
        message: 'apart',
        severity: 'note',
        facts: { networks: group.map(({ id }) => labelOf(design, id)) },
        evidence: group.map(({ name, addressPrefixes }) => named(name, addressPrefixes)),
      };
    const sharing = new Set(apart.flat());
    for (const one of networks)
      if (networks.length > 1 && !reported.has(one) && !sharing.has(one))
        yield passed(one.id, one.addressPrefixes.join(', '));
  },
});
