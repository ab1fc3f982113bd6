import { subresourceOf, zoneInRegion } from '#catalog';
import {
  enclosing,
  findOfKind,
  findResource,
  goalsOf,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import type { ExportInput } from '../exporter.ts';
import { nameOf } from '../names.ts';

/** Public suffix to the endpoints that need it forwarded, in document order. */
export function neededSuffixes(input: ExportInput): ReadonlyMap<string, readonly string[]> {
  const { design } = input;
  const { cloud } = goalsOf(design);
  const needed = new Map<string, string[]>();
  for (const endpoint of resourcesOfKind(design, 'private-endpoint')) {
    const target = findResource(design, endpoint.target);
    if (!target) continue;
    const serviceType = target.kind === 'private-link-service' ? target.armType : target.kind;
    const region = enclosing(design, target.id, 'region') ?? enclosing(design, endpoint.id, 'region');
    const suffixes = endpoint.groupIds
      .flatMap((groupId) => subresourceOf(serviceType, groupId)?.forwardedSuffixes[cloud] ?? [])
      .map((suffix) => zoneInRegion(suffix, region?.name));
    for (const suffix of new Set(suffixes))
      needed.set(suffix, [...(needed.get(suffix) ?? []), nameOf(input, endpoint.id)]);
  }
  return needed;
}

/** Something in a virtual network that passes a query on to Azure DNS. */
export interface DnsEntrance {
  readonly id: ResourceId;
  readonly name: string;
  /** Where the design tells it or deployment would give it. */
  readonly address: string | undefined;
  readonly isAddressExpected: boolean;
}

/** What servers outside of Azure may ask: inbound endpoints, firewalls that are DNS proxies, DNS servers. */
export function dnsEntrances(input: ExportInput): readonly DnsEntrance[] {
  const { design, network } = input;
  const resolvers = resourcesOfKind(design, 'dns-resolver-endpoint').filter(
    ({ direction }) => direction === 'inbound',
  );
  const proxies = resourcesOfKind(design, 'azure-firewall').filter((firewall) => isProxy(input, firewall));
  const servers = resourcesOfKind(design, 'dns-server').filter(({ id }) =>
    enclosing(design, id, 'virtual-network'),
  );
  return [...resolvers, ...proxies, ...servers].map(({ id }) => ({
    id,
    name: nameOf(input, id),
    address: network.addressesOf(id)[0],
    isAddressExpected: network.isAddressExpected(id),
  }));
}

const isProxy = ({ design }: ExportInput, firewall: ResourceOf<'azure-firewall'>): boolean =>
  (findOfKind(design, firewall.firewallPolicy, 'firewall-policy')?.dnsSettings ?? firewall.dnsSettings)
    ?.enableProxy === true;
