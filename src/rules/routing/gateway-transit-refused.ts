import { edits, enclosing, findOfKind } from '#model';
import { isShown, shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

export const gatewayTransitRefused = defineRule({
  id: 'gateway-transit-refused',
  category: 'Routing and peering',
  severity: () => 'error',
  title: 'Peering uses a gateway that it is not given',
  holds: 'The peering that uses a remote gateway is given one',
  remedy: 'Allow gateway transit on the half that lies beside the gateway, or stop using the remote gateway.',
  messages: {
    notAllowed: (f: { local: string; remote: string; opposite: string }) =>
      `${f.local} uses the gateway of ${f.remote}, but ${f.opposite} does not allow gateway transit`,
    ownGateway: (f: { local: string; remote: string; gateway: string }) =>
      `${f.local} uses the gateway of ${f.remote} although it has ${f.gateway} of its own`,
  },

  *check({ design }) {
    const peerings = shownOfKind(design, 'virtual-network-peering');
    const gateways = shownOfKind(design, 'virtual-network-gateway');
    for (const { id, parent, remoteVirtualNetwork, useRemoteGateways } of peerings) {
      const remote = findOfKind(design, remoteVirtualNetwork, 'virtual-network');
      if (useRemoteGateways !== true || parent === undefined) continue;
      const names = { local: labelOf(design, parent), remote: labelOf(design, remoteVirtualNetwork) };
      const own = gateways.find((gateway) => enclosing(design, gateway.id, 'virtual-network')?.id === parent);
      if (own) {
        yield {
          at: [id, own.id],
          message: 'ownGateway',
          facts: { ...names, gateway: own.name },
          evidence: 'useRemoteGateways: true',
          fix: {
            title: 'Use the own gateway',
            changes: [`Let the peering in ${names.local} use no remote gateway`],
            apply: (before) =>
              edits.updateResource(before, id, 'virtual-network-peering', { useRemoteGateways: false }),
          },
        };
        continue;
      }
      const opposite = peerings.find(
        (one) => one.parent === remote?.id && one.remoteVirtualNetwork === parent,
      );
      if (!isShown(remote) || !opposite) continue;
      if (opposite.allowGatewayTransit === true)
        yield passed([id, opposite.id], `${opposite.name} allows gateway transit`);
      else
        yield {
          at: [opposite.id, id],
          message: 'notAllowed',
          facts: { ...names, opposite: opposite.name },
          evidence: `useRemoteGateways: true; allowGatewayTransit of ${opposite.name}: ${opposite.allowGatewayTransit ?? 'not set (false)'}`,
          fix: {
            title: 'Allow gateway transit',
            changes: [`Allow gateway transit on peering ${opposite.name}`],
            apply: (before) =>
              edits.updateResource(before, opposite.id, 'virtual-network-peering', {
                allowGatewayTransit: true,
              }),
          },
        };
    }
  },
});
