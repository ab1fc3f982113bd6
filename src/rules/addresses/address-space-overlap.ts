import { sources } from '#catalog';
import { findOfKind, type ResourceOf } from '#model';
import { parseLoosePrefix } from '#network';
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
  const ranges = networks
    .flatMap((network) =>
      network.addressPrefixes.flatMap((text) => {
        const prefix = parseLoosePrefix(text);
        return prefix ? [{ network, ...prefix }] : [];
      }),
    )
    .sort((one, other) => one.first - other.first);
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

export const addressSpaceOverlap = defineRule({
  id: 'address-space-overlap',
  category: 'Addresses',
  severity: () => 'error',
  title: 'Address spaces overlap',
  holds: 'The address space is shared with no other virtual network',
  why: 'Networks that are peered, or that a hub joins, must not share an address: Azure refuses the peering, and no route could tell them apart. Networks that are never joined may.',
  remedy: 'Give one of the networks another address space before they are joined.',
  sources: [sources.peering, sources.planning],
  messages: {
    peered: (f: { one: string; other: string }) => `${f.one} and ${f.other} are peered but share addresses`,
    joined: (f: { one: string; other: string; hub: string }) =>
      `${f.one} and ${f.other} are both peered with ${f.hub} but share addresses`,
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
    const hubOf = (one: VirtualNetwork, other: VirtualNetwork) =>
      networks.find((hub) => isPeered(hub, one) && isPeered(hub, other));
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
          yield { ...found, message: 'joined', facts: { ...facts, hub: labelOf(design, hub.id) } };
        else continue;
        reported.add(one).add(other);
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
