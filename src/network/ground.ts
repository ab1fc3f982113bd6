import type { Design } from '#model';
import { type AddressBook, addressBookOf } from './address-book.ts';
import { type Estate, estateOf } from './estate.ts';
import { type HostBook, hostBookOf } from './host-names.ts';
import { type Peerings, peeringsOf } from './peerings.ts';
import { type RouteBook, routeBookOf } from './routes.ts';

/** Everything that a packet or a name query is judged by; each part is computed when it is first asked. */
export interface Ground {
  readonly estate: Estate;
  readonly addresses: AddressBook;
  readonly peerings: Peerings;
  readonly routes: RouteBook;
  readonly hosts: HostBook;
}

export const groundOf = (design: Design): Ground => {
  const estate = estateOf(design);
  const addresses = addressBookOf(estate);
  const peerings = peeringsOf(estate);
  return {
    estate,
    addresses,
    peerings,
    routes: routeBookOf(estate, addresses, peerings),
    hosts: hostBookOf(estate),
  };
};
