import { reservedAddressesPerSubnet } from '#catalog';
import { childrenOf, type Design, enclosing, findOfKind, type Resource, type ResourceId } from '#model';
import { nextFreePrefix, spaceForNetworks } from '#network';

/** Where prefixes are looked for, and what is in use there. */
export interface FreeSpace {
  /** For people: `vnet-ml`. */
  readonly of: string;
  readonly within: readonly string[];
  readonly taken: readonly string[];
  /** Lengths to offer, the largest range first. */
  readonly lengths: readonly number[];
}

export interface FreePrefix {
  readonly prefix: string;
  /** How many addresses it has, those that Azure keeps included. */
  readonly size: number;
}

const networkLengths = [16, 20, 22, 23, 24];
const subnetLengths = [23, 24, 25, 26, 27, 28, 29];

/** The next free prefix of each length that still has room. */
export const freePrefixesOf = ({ within, taken, lengths }: FreeSpace): readonly FreePrefix[] =>
  lengths.flatMap((length) => {
    const prefix = nextFreePrefix(within, taken, length);
    return prefix === undefined ? [] : [{ prefix, size: 2 ** (32 - length) }];
  });

/** How many addresses of a subnet of that size can be given out. */
export const usableIn = ({ size }: FreePrefix): number => size - reservedAddressesPerSubnet.count;

/** Private space that no network of the design uses, `except` one's own. */
export const freeForNetwork = (design: Design, except?: ResourceId): FreeSpace => ({
  of: 'private space',
  ...spaceForNetworks(design, except),
  lengths: networkLengths,
});

const subnetSpace = (design: Design, network: ResourceId, except?: ResourceId): FreeSpace | undefined => {
  const found = findOfKind(design, network, 'virtual-network');
  if (!found) return undefined;
  const taken = childrenOf(design, network).flatMap((one) =>
    one.kind === 'subnet' && one.id !== except ? one.addressPrefixes : [],
  );
  return { of: found.name, within: found.addressPrefixes, taken, lengths: subnetLengths };
};

/** Space of a virtual network that none of its subnets uses; `undefined` where there is no such network. */
export const freeInNetwork = (design: Design, network: ResourceId | undefined): FreeSpace | undefined =>
  network === undefined ? undefined : subnetSpace(design, network);

/** Space that a subnet could have instead of its own. */
export const freeForSubnet = (design: Design, { id }: Resource): FreeSpace | undefined => {
  const network = enclosing(design, id, 'virtual-network');
  return network && subnetSpace(design, network.id, id);
};
