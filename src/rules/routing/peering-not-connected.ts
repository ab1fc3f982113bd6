import { edits, findResource, mayHaveUnseenPeerings } from '#model';
import { isShown, shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';
import { halfBetween, withOtherHalf } from './other-half.ts';

export const peeringNotConnected = defineRule({
  id: 'peering-not-connected',
  category: 'Routing and peering',
  severity: () => 'error',
  title: 'Peering is not connected',
  holds: 'Each half of the peering is connected, and allows access to the remote network',
  remedy:
    'Delete a Disconnected half and create both halves again; create the other half of one that is Initiated.',
  messages: {
    closed: (f: { peering: string; local: string; remote: string }) =>
      `${f.local} and ${f.remote} are kept apart: peering ${f.peering} does not allow access to the remote network`,
    down: (f: { peering: string; local: string; remote: string; state: string }) =>
      `${f.local} cannot reach ${f.remote}: peering ${f.peering} is ${f.state}`,
  },

  *check({ design }) {
    for (const peering of shownOfKind(design, 'virtual-network-peering')) {
      const { id, name, parent, remoteVirtualNetwork, peeringState, allowVirtualNetworkAccess } = peering;
      const names = {
        peering: name,
        local: labelOf(design, parent),
        remote: labelOf(design, remoteVirtualNetwork),
      };
      const isHalved =
        parent !== undefined &&
        !mayHaveUnseenPeerings(design, remoteVirtualNetwork) &&
        isShown(findResource(design, remoteVirtualNetwork)) &&
        halfBetween(design, remoteVirtualNetwork, parent) === undefined;
      if (allowVirtualNetworkAccess === false)
        yield {
          at: parent === undefined ? [id] : [id, parent],
          message: 'closed',
          severity: 'warning',
          remedy: 'Allow access to the remote network, or delete the peering.',
          facts: names,
          evidence: 'allowVirtualNetworkAccess: false',
          fix: {
            title: 'Allow access',
            changes: [`Allow access to the remote network on peering ${name}`],
            apply: (before) =>
              edits.updateResource(before, id, 'virtual-network-peering', {
                allowVirtualNetworkAccess: true,
              }),
          },
        };
      else if (peeringState === undefined || peeringState === 'Connected')
        yield passed(id, `peeringState: ${peeringState ?? 'Connected once both halves are deployed'}`);
      else
        yield {
          at: parent === undefined ? [id] : [id, parent],
          message: 'down',
          facts: { ...names, state: peeringState },
          evidence: `peeringState: ${peeringState}`,
          fix: {
            title: 'Plan the peering anew',
            changes: [
              `Make ${name} again, so that deployment connects it`,
              ...(isHalved ? [`Add a virtual network peering in ${names.remote} to ${names.local}`] : []),
            ],
            apply: (before, newId) => {
              const anew = edits.updateResource(before, id, 'virtual-network-peering', {
                peeringState: undefined,
              });
              return isHalved && parent !== undefined
                ? withOtherHalf(anew, parent, remoteVirtualNetwork, newId())
                : anew;
            },
          },
        };
    }
  },
});
