import { documentFact } from '#layout';
import type { Resource } from '#model';
import type { Network } from '#network';
import type { Shape } from './scene.ts';

/** Several addresses as they are said: `10.2.1.4 – .7`, or the first and how many more. */
export function addressesInWords(addresses: readonly string[]): string {
  const [first] = addresses;
  const last = addresses.at(-1);
  if (first === undefined || last === undefined) return '';
  if (addresses.length === 1) return first;
  const cut = first.lastIndexOf('.');
  const tails = addresses.map((address) => Number(address.slice(cut + 1)));
  const isRun =
    cut > 0 &&
    addresses.every((address) => address.startsWith(first.slice(0, cut + 1))) &&
    tails.every((tail, at) => at === 0 || tail === (tails[at - 1] ?? 0) + 1);
  return isRun ? `${first} – .${tails.at(-1)}` : `${first} +${addresses.length - 1}`;
}

/** What marks addresses that nothing states, which are what deployment would give. */
export const expectedMark = '~';

/** Whether a shape is such an address. */
export const isExpectedAddress = (shape: Shape): boolean =>
  shape.type === 'text' && shape.style === 'small-address' && shape.text.startsWith(expectedMark);

/** Its addresses, or what the document says of it where it has none. */
function addressFact(resource: Resource, network: Network): string {
  const addresses = addressesInWords(network.addressesOf(resource.id));
  if (addresses === '') return documentFact(network.design, resource);
  return network.isAddressExpected(resource.id) ? `${expectedMark}${addresses}` : addresses;
}

/**
 * The second line of a node: the property that decides most. Addresses of what is reached by its address, nodes of a
 * cluster, SKU of a registry, else the kind in words.
 */
export function factOf(resource: Resource, network: Network): string {
  if (resource.presence === 'not-shown') return 'Not in the file';
  switch (resource.kind) {
    case 'private-endpoint':
    case 'azure-firewall':
    case 'network-virtual-appliance':
    case 'dns-server':
    case 'network-interface':
      return addressFact(resource, network);
    case 'dns-resolver-endpoint':
      return resource.direction === 'outbound'
        ? documentFact(network.design, resource)
        : addressFact(resource, network);
    default:
      return documentFact(network.design, resource);
  }
}
