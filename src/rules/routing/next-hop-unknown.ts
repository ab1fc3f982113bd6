import {
  enclosing,
  findOfKind,
  findResource,
  flatMapped,
  type Resource,
  type ResourceId,
  resourcesOfKind,
} from '#model';
import { type Subnet, shownOfKind, virtualNetworkOf } from '../estate.ts';
import { byLabel, inOrder, labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, type Fix, passed, type RuleContext } from '../rule.ts';
import { halfBetween } from './other-half.ts';
import { mayPeer, peerNetworks } from './peer-networks.ts';

/** Whatever has the address, in reach or not. */
const holderOf = ({ design, network }: RuleContext, address: string): Resource | undefined => {
  const owners = flatMapped(network.ownersOf(address), (id) => findResource(design, id) ?? []);
  return byLabel(design, owners)[0];
};

/** Whether something in the subnet's network or a peered one has the address. */
function isHeld({ design, network }: RuleContext, subnet: ResourceId, address: string): boolean {
  const own = enclosing(design, subnet, 'virtual-network')?.id;
  if (own === undefined) return true;
  const reached = new Set([own, ...network.peersOf(own)]);
  return network.ownersOf(address).some((id) => {
    const home = virtualNetworkOf(design, id);
    return home === undefined || reached.has(home);
  });
}

/** Whether the holder is out of reach for the state of a peering alone, which is a finding of its own. */
function isTornOff(context: RuleContext, lost: readonly Subnet[], address: string): boolean {
  if (lost.length === 0) return false;
  const { design } = context;
  const holder = holderOf(context, address);
  const home = holder && virtualNetworkOf(design, holder.id);
  if (home === undefined) return false;
  return lost.every(({ id }) => {
    const own = virtualNetworkOf(design, id);
    if (own === undefined) return false;
    const [there, back] = [halfBetween(design, own, home), halfBetween(design, home, own)];
    if (there === undefined || back === undefined) return there !== back;
    return [there, back].some(({ peeringState = 'Connected' }) => peeringState !== 'Connected');
  });
}

/** Peers the networks that send with that of the next hop, where none of them shares addresses with it. */
function peerFix({ design }: RuleContext, lost: readonly Subnet[], holder: Resource): Fix | undefined {
  const home = findOfKind(design, virtualNetworkOf(design, holder.id), 'virtual-network');
  if (!home) return undefined;
  const senders = new Set(flatMapped(lost, ({ id }) => enclosing(design, id, 'virtual-network') ?? []));
  const apart = byLabel(design, [...senders]);
  if (!apart.every((one) => mayPeer(one, home))) return undefined;
  const titles = apart.map((one) => `Peer ${labelOf(design, one.id)} with ${home.name}, both ways`);
  const [only = ''] = titles;
  return {
    title: titles.length === 1 ? only : `Peer ${titles.length} networks with ${home.name}, both ways`,
    changes: titles,
    apply: (before, newId) => apart.reduce((current, one) => peerNetworks(current, one, home, newId), before),
  };
}

export const nextHopUnknown = defineRule({
  id: 'next-hop-unknown',
  category: 'Routing and peering',
  severity: () => 'error',
  title: 'Route leads to an address that nothing has',
  holds: 'The next hop of the route is something that exists and is reached directly',
  remedy:
    'Name the private address of the firewall or appliance, and peer the networks when it lies in another.',
  messages: {
    nowhere: (f: {
      table: string;
      route: string;
      prefix: string;
      address: string;
      subnets: readonly string[];
    }) =>
      `${f.route} of ${f.table} sends ${f.prefix} from ${listed(f.subnets)} to ${f.address}, which nothing has`,
    apart: (f: {
      table: string;
      route: string;
      prefix: string;
      address: string;
      subnets: readonly string[];
      holder: string;
    }) =>
      `${f.route} of ${f.table} sends ${f.prefix} from ${listed(f.subnets)} to ${f.holder} (${f.address}), whose network is not peered with that of ${listed(f.subnets)}`,
  },

  *check(context) {
    const { design, isComplete } = context;
    for (const table of shownOfKind(design, 'route-table')) {
      const users = resourcesOfKind(design, 'subnet').filter((subnet) => subnet.routeTable === table.id);
      for (const route of table.routes) {
        const address = route.nextHopIpAddress;
        if (route.nextHopType !== 'VirtualAppliance' || address === undefined) continue;
        const lost = users.filter((subnet) => !isHeld(context, subnet.id, address));
        if (users.length === 0 || isTornOff(context, lost, address)) continue;
        if (lost.length === 0) yield passed(table.id, `${route.name}: ${route.addressPrefix} to ${address}`);
        else if (!isComplete) yield cannotTell(table.id, { fact: `what has the address ${address}` });
        else {
          const holder = holderOf(context, address);
          const found = {
            at: [table.id, ...lost.map(({ id }) => id).sort()],
            evidence: `${route.name}: ${route.addressPrefix} to ${address}`,
          };
          const facts = {
            table: labelOf(design, table.id),
            route: route.name,
            prefix: route.addressPrefix,
            address,
            subnets: lost.map(({ id }) => labelOf(design, id)).sort(inOrder),
          };
          if (holder)
            yield {
              ...found,
              message: 'apart',
              facts: { ...facts, holder: labelOf(design, holder.id) },
              remedy: 'Peer the two networks, both ways, or name a next hop in the network of the subnet.',
              fix: peerFix(context, lost, holder),
            };
          else yield { ...found, message: 'nowhere', facts };
        }
      }
    }
  },
});
