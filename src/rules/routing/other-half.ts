import { type Design, edits, type Resource, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import { designQuestion } from '../context.ts';
import { shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';

type Half = ResourceOf<'virtual-network-peering'>;

/** The half of a peering that is shown in one network and leads to another. */
export const halfBetween = (design: Design, local: ResourceId, remote: ResourceId): Half | undefined =>
  halvesByNetworks(design).get(local)?.get(remote);

const halvesByNetworks = designQuestion((design) => {
  const halves = new Map<ResourceId | undefined, Map<ResourceId, Half>>();
  for (const half of shownOfKind(design, 'virtual-network-peering')) {
    const { parent, remoteVirtualNetwork: remote } = half;
    const known = halves.get(parent);
    if (known === undefined) halves.set(parent, new Map([[remote, half]]));
    else if (!known.has(remote)) known.set(remote, half);
  }
  return halves;
});

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
