import { type Design, question } from '#model';
import { type AddressBook, addressBookOf } from './address-book.ts';
import { type Estate, estateOf } from './estate.ts';
import { type HostBook, hostBookOf } from './host-names.ts';
import { asItIs } from './memo.ts';
import { type Peerings, peeringsOf } from './peerings.ts';
import { type RouteBook, routeBookOf } from './routes.ts';

/** Everything that a packet or a name query is judged by; each part is looked up when it is asked for. */
export interface Ground {
  readonly estate: Estate;
  readonly addresses: AddressBook;
  readonly peerings: Peerings;
  readonly routes: RouteBook;
  readonly hosts: HostBook;
}

let latest: Ground | undefined;

/** The ground of a design; nothing is looked up before it is asked for. */
export const groundOf = (design: Design): Ground => {
  if (latest?.estate.design === design) return latest;
  const estate = estateOf(design);
  latest = {
    estate,
    addresses: addressBookOf(estate),
    peerings: peeringsOf(estate),
    routes: routeBookOf(estate),
    hosts: hostBookOf(estate),
  };
  return latest;
};

/** A question about all of a design's network: its answer is kept until something that it was read from changes. */
export const groundQuestion = <K, V>(
  derive: (ground: Ground, key: K) => V,
  textOf: (key: K) => string | number = asItIs,
) => {
  const ask = question((design, key: K) => derive(groundOf(design), key), textOf);
  return ({ estate }: Ground, key: K): V => ask(estate.design, key);
};
