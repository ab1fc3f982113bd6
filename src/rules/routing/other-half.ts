import { type Design, edits, type Resource, type ResourceId, resourcesOfKind } from '#model';
import { labelOf } from '../labels.ts';

/** The design with the half of a peering that leads back from the remote network. */
export const withOtherHalf = (
  design: Design,
  local: ResourceId,
  remote: ResourceId,
  id: ResourceId,
): Design => {
  const opposite = resourcesOfKind(design, 'virtual-network-peering').find(
    (one) => one.parent === local && one.remoteVirtualNetwork === remote,
  );
  return edits.addResource(design, {
    id,
    kind: 'virtual-network-peering',
    name: edits.freeName(design, remote, `peer-${labelOf(design, local)}`),
    parent: remote,
    remoteVirtualNetwork: local,
    allowVirtualNetworkAccess: true,
    allowForwardedTraffic: true,
    // What one half offers or asks of the other goes both ways, or the gateway serves nobody.
    ...(opposite?.allowGatewayTransit === true ? { useRemoteGateways: true } : {}),
    ...(opposite?.useRemoteGateways === true ? { allowGatewayTransit: true } : {}),
  } satisfies Resource);
};
