import { type FirewallRule, flatMapped, resourcesOfKind } from '#model';
import { estateQuestion } from './estate.ts';
import type { PacketQuery } from './network.ts';
import { holdEveryAddress, portsOf } from './tags.ts';

/** How a packet goes. */
export type Way = Pick<PacketQuery, 'protocol' | 'port'>;

/** Ways by which data leaves most easily. */
export const commonWays: readonly Way[] = [443, 80, 22].map((port) => ({ protocol: 'Tcp', port }));

/** By any server, in the names that it is asked for. */
export const queryWay: Way = { protocol: 'Udp', port: 53 };

/** What a rule lets out, as far as it leads to any place. */
interface Outlet {
  readonly protocols: readonly string[];
  readonly ports: readonly string[];
}

/** Ways besides the common ones by which some rule lets out to any place, each with its first port. */
export const furtherWays = estateQuestion(({ design }, _: 'all'): readonly Way[] => {
  const outlets: readonly Outlet[] = [
    ...flatMapped(resourcesOfKind(design, 'network-security-group'), ({ securityRules }) =>
      securityRules
        .filter(
          ({ direction, access, destinationAddressPrefixes: to }) =>
            direction === 'Outbound' && access === 'Allow' && leadAnywhere(to),
        )
        .map((rule) => ({ protocols: [rule.protocol], ports: rule.destinationPortRanges })),
    ),
    ...flatMapped(
      [
        ...flatMapped(resourcesOfKind(design, 'azure-firewall'), (one) => one.ruleCollections ?? []),
        ...flatMapped(resourcesOfKind(design, 'firewall-policy'), (one) =>
          flatMapped(one.ruleCollectionGroups ?? [], ({ ruleCollections }) => ruleCollections),
        ),
      ],
      ({ action, rules }) => (action === 'Allow' ? flatMapped(rules, outletsOf) : []),
    ),
    ...flatMapped(resourcesOfKind(design, 'workspace'), ({ managedNetwork }) =>
      (managedNetwork?.outboundRules ?? [])
        .filter(
          ({ type, action, destination, addressPrefixes }) =>
            type === 'ServiceTag' &&
            action !== 'Deny' &&
            leadAnywhere(addressPrefixes?.length ? addressPrefixes : [destination]),
        )
        .map(({ protocol = '*', portRanges = '*' }) => ({
          protocols: [protocol],
          ports: portRanges.split(','),
        })),
    ),
  ];
  const ways = flatMapped(outlets, waysOf);
  return [...new Map(ways.map((way) => [`${way.protocol} ${way.port}`, way])).values()];
});

const leadAnywhere = (places: readonly string[]): boolean =>
  holdEveryAddress(places) || places.some((place) => /^internet$/i.test(place));

function outletsOf(rule: FirewallRule): readonly Outlet[] {
  if (rule.ruleType === 'NetworkRule')
    return leadAnywhere(rule.destinationAddresses)
      ? [{ protocols: rule.ipProtocols, ports: rule.destinationPorts }]
      : [];
  if (rule.ruleType === 'NatRule' || !rule.targetFqdns.includes('*')) return [];
  const ports = flatMapped(rule.protocols, ({ port }) => (port === undefined ? [] : [`${port}`]));
  return [{ protocols: ['Tcp'], ports }];
}

const common = {
  Tcp: commonWays.map(({ port }) => port),
  Udp: [queryWay.port],
};

function waysOf({ protocols, ports }: Outlet): readonly Way[] {
  const names = protocols.map((one) => one.toLowerCase());
  return flatMapped(['Tcp', 'Udp'] as const, (protocol) => {
    const isMeant = names.some((one) => [protocol.toLowerCase(), '*', 'any', ''].includes(one));
    const ranges = isMeant ? flatMapped(ports, (text) => portsOf(text) ?? []) : [];
    return ranges
      .filter(({ first, last }) => !common[protocol].some((port) => first <= port && port <= last))
      .map(({ first }) => ({ protocol, port: first }));
  });
}
