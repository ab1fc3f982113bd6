import { azureDnsAddress, subresourceOf } from '#catalog';
import type { Resource } from '#model';
import { firstUsableAddress } from '#network';
import { firewallAddressOf } from './firewall.ts';
import { idOf } from './id-of.ts';
import { make } from './make.ts';
import { type Site, type SiteNetwork, type SiteSubnet, subnetOf } from './site.ts';
import { firewallSubnetOf } from './ways-out.ts';

const addressIn = (subnet: SiteSubnet | undefined): string | undefined =>
  subnet && firstUsableAddress(subnet.prefix);

/** The address in the home network that answers for the private zones, for those that do not ask Azure DNS. */
export function sharedNameServer(site: Site): string | undefined {
  const { names } = site.architecture;
  if (names === 'firewall' && firewallSubnetOf(site)) return firewallAddressOf(site);
  return addressIn(subnetOf(site.home, names === 'server' ? 'dns-server' : 'resolver'));
}

/** What a network's machines ask, where that is not Azure DNS: spokes ask in the hub, a hub asks Azure. */
export function nameServerOf(site: Site, network: SiteNetwork): string | undefined {
  const { names, topology } = site.architecture;
  if (names === 'azure') return undefined;
  const isSpoke = topology === 'hub-and-spoke' && network !== site.home;
  // A single network asks its own server, so that every name is answered in one place.
  const asksOwn = topology !== 'hub-and-spoke' && network === site.home && names !== 'resolver';
  return isSpoke || asksOwn ? sharedNameServer(site) : undefined;
}

/** Public suffixes of everything that has an endpoint beside the home network's zones. */
export function forwardedSuffixes(site: Site): readonly string[] {
  const { cloud } = site.architecture.goals;
  const reached = site.architecture.topology === 'isolated' ? [site.home] : site.networks;
  const needs = reached.flatMap(({ endpoints }) => endpoints);
  return [
    ...new Set(
      needs.flatMap(({ kind, groupId }) => subresourceOf(kind, groupId)?.forwardedSuffixes[cloud] ?? []),
    ),
  ];
}

/** Conditional forwarders to one server. */
export const forwardersTo = (site: Site, target: string) =>
  forwardedSuffixes(site).map((domainName) => ({ domainName, targets: [target] }));

/** Resolver and DNS server of the home network. */
export function nameServersOf(site: Site): readonly Resource[] {
  const { home } = site;
  const resolver = subnetOf(home, 'resolver');
  const server = subnetOf(home, 'dns-server');
  const inbound = addressIn(resolver);
  const own = addressIn(server);
  return [
    ...(resolver && inbound !== undefined
      ? [
          make('dns-private-resolver', idOf('resolver'), 'dnspr-hub', { parent: home.id }),
          make('dns-resolver-endpoint', idOf('resolver/inbound'), 'inbound', {
            parent: resolver.id,
            resolver: idOf('resolver'),
            direction: 'inbound',
            privateIpAddress: inbound,
          }),
        ]
      : []),
    ...(server && own !== undefined
      ? [
          make('dns-server', idOf('dns-server'), 'vm-dns', {
            parent: server.id,
            ipAddress: own,
            conditionalForwarders: forwardersTo(site, azureDnsAddress),
            forwarders: [azureDnsAddress],
          }),
        ]
      : []),
  ];
}
