import { findOfKind, findResource, type Resource, type ResourceId } from '#model';
import { addressDemand } from './address-demand.ts';
import { formatAddress, parseAddress, parseLoosePrefix } from './cidr.ts';
import type { Estate } from './estate.ts';
import { memo } from './memo.ts';

/** Which private address belongs to what. */
export interface AddressBook {
  /** As stated, else the first free of its subnet; of what scales, its first address only. */
  addressesOf(id: ResourceId): readonly string[];
  /** Whether the address was stated nowhere and is what deployment would give. */
  isAssumed(id: ResourceId): boolean;
  /** Everything that has this address, in whichever network. */
  ownersOf(address: number): readonly ResourceId[];
}

interface Holding {
  readonly addresses: readonly number[];
  readonly isAssumed: boolean;
}

export const addressBookOf = (estate: Estate): AddressBook => {
  const holdings = memo((_: 'all') => handOut(estate));
  const owners = memo((_: 'all') => {
    const byAddress = new Map<number, ResourceId[]>();
    for (const [id, { addresses }] of holdings('all'))
      for (const address of addresses) {
        const known = byAddress.get(address);
        if (known) known.push(id);
        else byAddress.set(address, [id]);
      }
    return byAddress;
  });
  const holdingOf = (id: ResourceId): Holding | undefined => {
    const own = holdings('all').get(id);
    if (own) return own;
    const through = interfacesOf(findResource(estate.design, id));
    const parts = through.flatMap((one) => holdings('all').get(one) ?? []);
    return parts.length === 0
      ? undefined
      : {
          addresses: parts.flatMap((part) => part.addresses),
          isAssumed: parts.some((part) => part.isAssumed),
        };
  };
  return {
    addressesOf: memo((id: ResourceId) => (holdingOf(id)?.addresses ?? []).map(formatAddress)),
    isAssumed: (id) => holdingOf(id)?.isAssumed ?? false,
    ownersOf: (address) => owners('all').get(address) ?? [],
  };
};

/** The resources whose addresses count as a resource's own. */
function interfacesOf(resource: Resource | undefined): readonly ResourceId[] {
  switch (resource?.kind) {
    case 'virtual-machine':
    case 'network-virtual-appliance':
      return resource.networkInterfaces ?? [];
    case 'dns-server':
      return resource.virtualMachine === undefined ? [] : [resource.virtualMachine];
    case 'attached-compute':
      return resource.target === undefined ? [] : [resource.target];
    default:
      return [];
  }
}

/** Addresses that the document states, by resource. */
function statedAddresses(resource: Resource): readonly string[] {
  switch (resource.kind) {
    case 'network-interface':
      return resource.ipConfigurations.flatMap((one) => one.privateIPAddress ?? []);
    case 'private-endpoint':
      return (resource.ipConfigurations ?? []).map((one) => one.privateIPAddress);
    case 'load-balancer':
      return resource.frontendIPConfigurations.flatMap((one) => one.privateIPAddress ?? []);
    case 'azure-firewall':
    case 'network-virtual-appliance':
    case 'application-gateway':
      return resource.privateIPAddress === undefined ? [] : [resource.privateIPAddress];
    case 'dns-server':
      return resource.ipAddress === undefined ? [] : [resource.ipAddress];
    case 'dns-resolver-endpoint':
      return resource.privateIpAddress === undefined ? [] : [resource.privateIpAddress];
    default:
      return [];
  }
}

const scales = new Set<string>([
  'compute-cluster',
  'serverless-compute',
  'kubernetes-cluster',
  'application-gateway',
]);

function handOut(estate: Estate): ReadonlyMap<ResourceId, Holding> {
  const holdings = new Map<ResourceId, Holding>();
  const taken = new Set<number>();
  for (const resource of estate.design.resources) {
    const stated = statedAddresses(resource).flatMap((text) => parseAddress(text) ?? []);
    if (stated.length === 0) continue;
    holdings.set(resource.id, { addresses: stated, isAssumed: false });
    for (const address of stated) taken.add(address);
  }
  for (const subnet of estate.design.resources)
    if (subnet.kind === 'subnet') handOutIn(estate, subnet.id, taken, holdings);
  return holdings;
}

function handOutIn(
  estate: Estate,
  subnet: ResourceId,
  taken: ReadonlySet<number>,
  holdings: Map<ResourceId, Holding>,
) {
  const prefix = parseLoosePrefix(findOfKind(estate.design, subnet, 'subnet')?.addressPrefixes[0] ?? '');
  if (!prefix) return;
  let next = prefix.first + 4;
  for (const resource of estate.occupantsOf(subnet)) {
    // The management subnet's address is no next hop.
    if (resource.kind === 'azure-firewall' && resource.managementSubnet === subnet) continue;
    const wanted = addressDemand(estate, resource, subnet).count;
    const stated = holdings.get(resource.id);
    const missing = wanted - (stated?.addresses.length ?? 0);
    const kept: number[] = [];
    for (let given = 0; given < missing && next < prefix.last; next += 1) {
      if (taken.has(next)) continue;
      given += 1;
      if (kept.length === 0 || !scales.has(resource.kind)) kept.push(next);
    }
    if (kept.length > 0 && !stated) holdings.set(resource.id, { addresses: kept, isAssumed: true });
    else if (kept.length > 0 && stated)
      holdings.set(resource.id, { addresses: [...stated.addresses, ...kept], isAssumed: stated.isAssumed });
  }
}
