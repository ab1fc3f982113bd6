import type { Design } from '#model';
import { addressBits, holds, isPrivate, prefixBits } from './addresses.ts';
import { all, find, type Place, peersOf } from './document.ts';

/** An end of a packet as a rule sees it: an address, or somewhere behind a service tag. */
export type End =
  | { readonly address: string; readonly groups?: readonly string[] }
  | { readonly tag: string };

/** `maybe`: only the list of addresses behind a service tag could tell, and no design holds it. */
export type Match = 'yes' | 'no' | 'maybe';

/**
 * What the VirtualNetwork tag holds, seen from a subnet: the network's own space, those of peers, what lies behind a
 * gateway, Azure's own address, and the prefixes of user routes, default routes among them: of these Azure's page
 * only says that they may count.
 */
export function virtualNetworkSpace(design: Design, { network, subnet }: Place): readonly string[] {
  const networks = [network.id, ...peersOf(design, network.id)];
  const gateways = all(design, 'virtual-network-gateway').filter((gateway) => {
    const home = find(design, 'subnet', gateway.parent)?.parent;
    return home === network.id;
  });
  const behind = all(design, 'on-premises-network').filter((one) =>
    one.gateways?.some((id) => gateways.some((gateway) => gateway.id === id)),
  );
  const routes = find(design, 'route-table', subnet.routeTable)?.routes ?? [];
  return [
    ...networks.flatMap((id) => find(design, 'virtual-network', id)?.addressPrefixes ?? []),
    ...behind.flatMap((one) => one.addressPrefixes),
    ...routes.map((route) => route.addressPrefix),
    '168.63.129.16/32',
  ];
}

/** Whether a word of a rule means an end of a packet, seen from the subnet where the rule takes effect. */
export function matches(word: string, end: End, space: readonly string[]): Match {
  const isIn = (prefixes: readonly string[]) =>
    'address' in end && prefixes.some((prefix) => prefix !== '0.0.0.0/0' && holds(prefix, end.address));
  if (word === '*' || word === '0.0.0.0/0') return 'yes';
  if (word === 'VirtualNetwork') return isIn(space) ? 'yes' : space.includes('0.0.0.0/0') ? 'maybe' : 'no';
  if (word === 'Internet') return isIn(space) ? 'no' : 'yes';
  if (word === 'AzureLoadBalancer') return isIn(['168.63.129.16/32']) ? 'yes' : 'no';
  const bits = prefixBits(word);
  if (bits !== undefined && 'address' in end)
    return addressBits(end.address)?.startsWith(bits) ? 'yes' : 'no';
  // A prefix of private addresses holds no service's public address, and no tag a private one.
  if (bits !== undefined) return isPrivate(word.split('/')[0] ?? '') ? 'no' : 'maybe';
  if ('address' in end) return isPrivate(end.address) ? 'no' : 'maybe';
  const [tag, region] = word.split('.');
  // AzureCloud stands for all of Azure's addresses; a regional tag is asked for in the region of the design.
  return tag === 'AzureCloud' || (tag === end.tag && (region === undefined || region === 'westeurope'))
    ? 'yes'
    : 'no';
}

/** Whether any word of a list means it. */
export function matchesAny(words: readonly string[], end: End, space: readonly string[]): Match {
  const found = words.map((word) => matches(word, end, space));
  return found.includes('yes') ? 'yes' : found.includes('maybe') ? 'maybe' : 'no';
}

/** Whether a port lies in one of `443`, `8000-8010`, `*`. */
export const portMatches = (ranges: readonly string[], port: number): boolean =>
  ranges.some((range) => {
    if (range === '*') return true;
    const [first, last] = range.split('-').map(Number);
    return first !== undefined && first <= port && port <= (last ?? first);
  });
