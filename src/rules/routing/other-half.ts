import { type Design, edits, type Resource, type ResourceId } from '#model';
import { labelOf } from '../labels.ts';

/** The design with the half of a peering that leads back from the remote network. */
export const withOtherHalf = (
  design: Design,
  local: ResourceId,
  remote: ResourceId,
  id: ResourceId,
): Design =>
  edits.addResource(design, {
    id,
    kind: 'virtual-network-peering',
    name: edits.freeName(design, remote, `peer-${labelOf(design, local)}`),
    parent: remote,
    remoteVirtualNetwork: local,
    allowVirtualNetworkAccess: true,
    allowForwardedTraffic: true,
  } satisfies Resource);
