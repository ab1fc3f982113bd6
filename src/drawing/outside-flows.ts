import type { ResourceId } from '#model';
import type { Network, PacketQuery, RequiredFlow } from '#network';

/** To a place that the design does not hold. */
export const isOutside = (flow: RequiredFlow): boolean =>
  flow.to.resource === undefined && (flow.to.serviceTag !== undefined || (flow.to.hosts?.length ?? 0) > 0);

/** Whether a service endpoint is one of storage. */
export const isOfStorage = (service: string): boolean => /^microsoft\.storage/i.test(service);

/** The subnet that packets of a flow leave; `undefined` where they pass no network of one's own. */
export const subnetOfFlow = (network: Network, { from, fromSubnet }: RequiredFlow): ResourceId | undefined =>
  fromSubnet ?? network.subnetOf(from);

/** Its packets never meet the subnet's other way out: the service endpoint has a group of its own. */
export const leavesByServiceEndpoint = (
  network: Network,
  subnet: ResourceId,
  { to }: Pick<PacketQuery, 'to'>,
): boolean =>
  to.serviceTag === 'Storage' &&
  network
    .routesOf(subnet)
    .some(
      ({ origin, isActive, addressPrefix }) =>
        isActive && origin === 'service-endpoint' && isOfStorage(addressPrefix),
    );
