import { type Design, edits, enclosing, findOfKind, type ResourceId } from '#model';
import { shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import type { Fix } from '../rule.ts';
import { halfBetween } from './other-half.ts';

/** The networks whose gateways join the site of a sender to Azure; none for who is not on-premises. */
function gatewayNetworksOf(design: Design, sender: ResourceId): readonly (ResourceId | undefined)[] {
  const site = enclosing(design, sender, 'on-premises-network');
  const gateways = findOfKind(design, site?.id, 'on-premises-network')?.gateways ?? [];
  return gateways.map((gateway) => enclosing(design, gateway, 'virtual-network')?.id);
}

/**
 * Lets the network at one end of a peering use the gateway at its other end, by which all who send come from
 * on-premises; nothing where they come another way, or the network may not use it.
 */
export function shareGateway(
  design: Design,
  peering: ResourceId,
  senders: readonly ResourceId[],
): Fix | undefined {
  const { parent, remoteVirtualNetwork } = findOfKind(design, peering, 'virtual-network-peering') ?? {};
  if (parent === undefined || remoteVirtualNetwork === undefined) return undefined;
  const [near] = [parent, remoteVirtualNetwork].filter((end) =>
    senders.every((sender) => gatewayNetworksOf(design, sender).includes(end)),
  );
  if (near === undefined) return undefined;
  const far = near === parent ? remoteVirtualNetwork : parent;
  const lending = halfBetween(design, near, far);
  const using = halfBetween(design, far, near);
  // A network uses one gateway: its own, or that of one peer.
  const hasOther =
    shownOfKind(design, 'virtual-network-gateway').some(
      ({ id }) => enclosing(design, id, 'virtual-network')?.id === far,
    ) ||
    shownOfKind(design, 'virtual-network-peering').some(
      (one) => one.parent === far && one !== using && one.useRemoteGateways === true,
    );
  if (!lending || !using || hasOther) return undefined;
  const [owner, user] = [near, far].map((id) => labelOf(design, id));
  return {
    title: `Let ${user} use the gateway of ${owner}`,
    changes: [
      `Allow gateway transit on ${lending.name} of ${owner}`,
      `Use remote gateways on ${using.name} of ${user}`,
    ],
    apply: (before) =>
      edits.updateResource(
        edits.updateResource(before, lending.id, 'virtual-network-peering', { allowGatewayTransit: true }),
        using.id,
        'virtual-network-peering',
        { useRemoteGateways: true },
      ),
  };
}
