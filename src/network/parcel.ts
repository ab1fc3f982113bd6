import { joinedKey, memoOfTexts, onceForPart } from './memo.ts';
import type { Destination, PacketQuery } from './network.ts';

/** The same for destinations that say the same: short, since thousands of keys hold it. */
export const numberOf = (to: Destination): number => known(to).number;

/** The same for packets of the same kind to the same place, whoever sends them. */
export const parcelOf = (query: PacketQuery): number => {
  const { to, protocol, port, fromAddress, fromSubnet, deployment, fromServiceTag } = query;
  const { number, parcels } = known(to);
  const way = protocol === 'Tcp' ? port : -1 - port;
  let parcel = parcels.get(way);
  if (parcel === undefined) {
    parcel = numberOfText(`${number} ${protocol} ${port}`);
    parcels.set(way, parcel);
  }
  if (
    deployment === undefined &&
    fromServiceTag === undefined &&
    fromAddress === undefined &&
    fromSubnet === undefined
  )
    return parcel;
  return numberOfText(
    joinedKey(String(parcel), deployment, fromServiceTag, fromAddress?.toString(), fromSubnet),
  );
};

let numbers = 0;

const numberOfText = memoOfTexts(() => {
  numbers += 1;
  return numbers;
});

const known = onceForPart(
  ({ resource, groupId, serviceTag, region, address, isForeign, hosts = [] }: Destination) => ({
    number: numberOfText(
      joinedKey(resource, groupId, serviceTag, region, address, String(isForeign), ...hosts),
    ),
    parcels: new Map<number, number>(),
  }),
);
