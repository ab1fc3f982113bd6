import { type FirewallRule, flatMapped, type RuleCollection, resourcesOfKind } from '#model';
import { estateQuestion } from './estate.ts';
import type { Outlet, PacketQuery } from './network.ts';
import { holdEveryAddress, portsOf } from './tags.ts';

/** How a packet goes. */
export type Way = Pick<PacketQuery, 'protocol' | 'port'>;

/** Ways by which data leaves most easily. */
export const commonWays: readonly Way[] = [443, 80, 22].map((port) => ({ protocol: 'Tcp', port }));

/** Ports of hosts that are named. */
export const commonPorts: readonly number[] = [443, 80];

/** By any server, in the names that it is asked for. */
export const queryWay: Way = { protocol: 'Udp', port: 53 };

/** What firewalls allow, wherever it is written. */
export const allowedCollections = estateQuestion(({ design }, _: 'all'): readonly RuleCollection[] =>
  [
    ...flatMapped(resourcesOfKind(design, 'azure-firewall'), (one) => one.ruleCollections ?? []),
    ...flatMapped(resourcesOfKind(design, 'firewall-policy'), (one) =>
      flatMapped(one.ruleCollectionGroups ?? [], ({ ruleCollections }) => ruleCollections),
    ),
  ].filter(({ action }) => action === 'Allow'),
);

/** Where rules of security groups, firewalls and managed networks let out to. */
export const outlets = estateQuestion((estate, _: 'all'): readonly Outlet[] => [
  ...flatMapped(resourcesOfKind(estate.design, 'network-security-group'), ({ securityRules }) =>
    flatMapped(securityRules, (rule) =>
      rule.direction === 'Outbound' && rule.access === 'Allow'
        ? {
            places: rule.destinationAddressPrefixes,
            protocols: [rule.protocol],
            ports: rule.destinationPortRanges,
          }
        : [],
    ),
  ),
  ...flatMapped(allowedCollections(estate, 'all'), ({ rules }) => flatMapped(rules, outletOf)),
  ...flatMapped(resourcesOfKind(estate.design, 'workspace'), ({ managedNetwork }) =>
    flatMapped(managedNetwork?.outboundRules ?? [], (rule) => {
      const { type, action, destination, addressPrefixes, protocol = '*', portRanges = '*' } = rule;
      if (type !== 'ServiceTag' || action === 'Deny') return [];
      const places = addressPrefixes?.length ? addressPrefixes : [destination];
      return { places, protocols: [protocol], ports: portRanges.split(',') };
    }),
  ),
]);

function outletOf(rule: FirewallRule): Outlet | readonly never[] {
  if (rule.ruleType === 'NetworkRule')
    return { places: rule.destinationAddresses, protocols: rule.ipProtocols, ports: rule.destinationPorts };
  if (rule.ruleType === 'NatRule' || !rule.targetFqdns.includes('*')) return [];
  return {
    places: ['*'],
    protocols: ['Tcp'],
    ports: flatMapped(rule.protocols, ({ port }) => (port === undefined ? [] : `${port}`)),
  };
}

/** What rules that hold some ports back leave to others: the port after each of theirs. */
const leftOpen = estateQuestion(({ design }, _: 'all'): readonly Outlet[] =>
  flatMapped(resourcesOfKind(design, 'network-security-group'), ({ securityRules }) =>
    flatMapped(securityRules, (rule) =>
      rule.direction === 'Outbound' && rule.access === 'Deny'
        ? {
            places: rule.destinationAddressPrefixes,
            protocols: [rule.protocol],
            ports: flatMapped(rule.destinationPortRanges, portAfter),
          }
        : [],
    ),
  ),
);

const highestPort = 65_535;

function portAfter(range: string): string | readonly never[] {
  const last = portsOf(range)?.last ?? highestPort;
  return last < highestPort ? `${last + 1}` : [];
}

/** Ways besides the common ones by which some rule lets out to any place, each with its first port. */
export const furtherWays = estateQuestion((estate, _: 'all'): readonly Way[] => {
  const all = [...outlets(estate, 'all'), ...leftOpen(estate, 'all')];
  const ways = flatMapped(all, (one) => (leadsAnywhere(one) ? waysOf(one) : []));
  return [...new Map(ways.map((way) => [`${way.protocol} ${way.port}`, way])).values()];
});

const leadsAnywhere = ({ places }: Outlet): boolean =>
  holdEveryAddress(places) || places.some((place) => /^internet$/i.test(place));

const common = {
  Tcp: commonWays.map(({ port }) => port),
  Udp: [queryWay.port],
};

function waysOf({ protocols, ports }: Outlet): readonly Way[] {
  const names = protocols.map((one) => one.toLowerCase());
  return flatMapped(['Tcp', 'Udp'] as const, (protocol) => {
    const isMeant = names.some((one) => [protocol.toLowerCase(), '*', 'any', ''].includes(one));
    const ranges = isMeant ? flatMapped(ports, (text) => portsOf(text) ?? []) : [];
    return flatMapped(ranges, ({ first, last }) => {
      const isCommon = common[protocol].some((port) => first <= port && port <= last);
      if (!isCommon) return { protocol, port: first };
      // Queries say nothing of what else a range of UDP opens.
      if (protocol === 'Tcp' || first === last) return [];
      return { protocol, port: last > queryWay.port ? queryWay.port + 1 : first };
    });
  });
}
