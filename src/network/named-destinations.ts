import { subresourceOf } from '#catalog';
import { findOfKind, findResource, type Resource, type ResourceId } from '#model';
import { type Estate, estateQuestion } from './estate.ts';
import type { Ground } from './ground.ts';
import { hostsOfGroup, type KnownHost } from './host-names.ts';
import { memberAddress } from './member-address.ts';
import { joinedKey } from './memo.ts';
import type { Destination } from './network.ts';
import { privateEndpointsOf } from './private-endpoints.ts';
import { serviceKeyOf } from './target.ts';

interface SubresourceOf {
  readonly id: ResourceId;
  readonly groupId: string;
}

/** A name of a service that people and computes ask for, as a destination. */
export interface NamedDestination {
  readonly to: Destination;
  /** Whose address it has; absent where the service has one name only. */
  readonly member?: string;
}

/**
 * The names of a service for each of which its private endpoint has an address of its own, the main one first: a packet
 * goes to one of them. Names that only some ask for are left out.
 */
export const namedDestinations = estateQuestion(
  (estate, { id, groupId }: SubresourceOf): readonly NamedDestination[] => {
    const hosts = distinctHosts(estate, id, groupId);
    return hosts.length > 1
      ? hosts.map(({ host, member }) => ({ to: { resource: id, groupId, hosts: [host] }, member }))
      : [{ to: { resource: id, groupId } }];
  },
  ({ id, groupId }) => joinedKey(id, groupId),
);

function distinctHosts(estate: Estate, id: ResourceId, groupId: string): readonly KnownHost[] {
  const resource = findResource(estate.design, id);
  if (!resource) return [];
  const { members = [], addresses = 1 } = subresourceOf(serviceKeyOf(resource), groupId) ?? {};
  if (members.length < 2 || addresses < 2 || !hasFurtherNames(estate, resource)) return [];
  const hosts = new Map<string, KnownHost>();
  for (const host of hostsOfGroup(estate, { id, groupId: groupId.toLowerCase() }))
    if (!host.isSeldom && !hosts.has(host.member)) hosts.set(host.member, host);
  return [...hosts.values()];
}

/**
 * A registry hands out the layers of images by a name of their own where it has a private endpoint or was told to, else
 * by storage accounts: learn.microsoft.com/azure/container-registry/container-registry-endpoint-reference.
 */
const hasFurtherNames = ({ design }: Estate, resource: Resource): boolean =>
  resource.kind !== 'container-registry' ||
  resource.dataEndpointEnabled === true ||
  privateEndpointsOf(design, resource.id).connections.length > 0;

/** The address that an endpoint has for what a destination asks for: by its name, else the main one. */
export function addressAtEndpoint(
  { estate, addresses, hosts: book }: Ground,
  id: ResourceId,
  { resource, groupId, hosts = [] }: Destination,
): string | undefined {
  const endpoint = findOfKind(estate.design, id, 'private-endpoint');
  const [name] = hosts;
  const own = name === undefined ? [] : book.findAll(name).filter((one) => one.resource.id === resource);
  const main = resource === undefined ? [] : book.hostsOf(resource, groupId);
  const [host] = [...own, ...main];
  return endpoint && host
    ? memberAddress({ estate, addresses }, host, endpoint)
    : addresses.addressesOf(id)[0];
}
