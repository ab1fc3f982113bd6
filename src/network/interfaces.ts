import { findOfKind, findResource, flatMapped, type ResourceId, type ResourceOf } from '#model';
import { parseAddress } from './cidr.ts';
import type { Estate } from './estate.ts';

type NetworkInterface = ResourceOf<'network-interface'>;

/** The network interfaces that packets of a resource go through, as its properties name them. */
export const interfaceIdsOf = (estate: Estate, id: ResourceId | undefined): readonly ResourceId[] => {
  const resource = findResource(estate.design, id);
  switch (resource?.kind) {
    case 'network-interface':
      return [resource.id];
    case 'virtual-machine':
    case 'network-virtual-appliance':
      return resource.networkInterfaces ?? [];
    case 'attached-compute':
      return interfaceIdsOfMachine(estate, resource.target);
    case 'dns-server':
      return interfaceIdsOfMachine(estate, resource.virtualMachine);
    default:
      return none;
  }
};

const none: readonly never[] = [];

const interfaceIdsOfMachine = (estate: Estate, id: ResourceId | undefined): readonly ResourceId[] =>
  findOfKind(estate.design, id, 'virtual-machine')?.networkInterfaces ?? [];

/** The interface that has an address, else the first, which a machine sends by. */
export const interfaceAt = (
  estate: Estate,
  id: ResourceId | undefined,
  address?: number,
): NetworkInterface | undefined => {
  const ids = interfaceIdsOf(estate, id);
  return ids.length === 0 ? undefined : interfaceAmong(estate, ids, address);
};

function interfaceAmong(
  estate: Estate,
  ids: readonly ResourceId[],
  address: number | undefined,
): NetworkInterface | undefined {
  const shown = flatMapped(ids, (one) => findOfKind(estate.design, one, 'network-interface') ?? []);
  const hasAddress = (one: NetworkInterface) =>
    one.ipConfigurations.some(({ privateIPAddress }) => parseAddress(privateIPAddress ?? '') === address);
  return (address === undefined ? undefined : shown.find(hasAddress)) ?? shown[0];
}

/** The first interface that exists by its id alone: what it filters and forwards is not known. */
export const unseenInterfaceOf = (estate: Estate, id: ResourceId | undefined): ResourceId | undefined => {
  for (const one of interfaceIdsOf(estate, id))
    if (!estate.isShown(one) && (!estate.isComplete || findResource(estate.design, one) !== undefined))
      return one;
  return undefined;
};

/** The subnet in which a resource has an address: that of the interface that has it. */
export const subnetAt = (
  estate: Estate,
  id: ResourceId,
  address: number | undefined,
): ResourceId | undefined => {
  const card = interfaceAt(estate, id, address);
  return estate.subnetOf(card?.id ?? id);
};
