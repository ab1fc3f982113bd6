import { subresourceOf } from '#catalog';
import type { ResourceOf } from '#model';
import type { Ground } from './ground.ts';
import type { KnownHost } from './host-names.ts';
import { serviceKeyOf } from './target.ts';

/** The address that an endpoint has for a name of its service, by the member that the name belongs to. */
export function memberAddress(
  { estate, addresses: book }: Pick<Ground, 'estate' | 'addresses'>,
  { resource, groupId, member }: KnownHost,
  endpoint: ResourceOf<'private-endpoint'>,
): string | undefined {
  const stated = endpoint.ipConfigurations?.find(
    (one) => one.memberName.toLowerCase() === member.toLowerCase(),
  );
  if (stated) return stated.privateIPAddress;
  const addresses = book.addressesOf(endpoint.id);
  const members = subresourceOf(serviceKeyOf(resource), groupId)?.members ?? [];
  const region = estate.regionOf(resource.id) ?? 'region';
  const at = members.findIndex((one) => one.replaceAll('{region}', region) === member);
  return addresses[at] ?? addresses[0];
}
