import { sources } from '#catalog';
import { edits } from '#model';
import { shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

export const peeringNotConnected = defineRule({
  id: 'peering-not-connected',
  category: 'Routing and peering',
  severity: () => 'error',
  title: 'Peering is not connected',
  holds: 'The peering is connected',
  why: 'No packet crosses a peering before both halves are Connected. A half that is Disconnected has lost its other half and cannot be repaired: it has to be deleted and made again.',
  remedy:
    'Delete a Disconnected half and create both halves again; create the other half of one that is Initiated.',
  sources: [sources.peering],
  messages: {
    down: (f: { peering: string; local: string; remote: string; state: string }) =>
      `${f.local} cannot reach ${f.remote}: peering ${f.peering} is ${f.state}`,
  },

  *check({ design }) {
    for (const { id, name, parent, remoteVirtualNetwork, peeringState } of shownOfKind(
      design,
      'virtual-network-peering',
    )) {
      if (peeringState === undefined || peeringState === 'Connected')
        yield passed(id, `peeringState: ${peeringState ?? 'Connected once both halves are deployed'}`);
      else
        yield {
          at: parent === undefined ? [id] : [id, parent],
          message: 'down',
          facts: {
            peering: name,
            local: labelOf(design, parent),
            remote: labelOf(design, remoteVirtualNetwork),
            state: peeringState,
          },
          evidence: `peeringState: ${peeringState}`,
          fix: {
            title: 'Plan the peering anew',
            changes: [`Make ${name} again, so that deployment connects it`],
            apply: (before) =>
              edits.updateResource(before, id, 'virtual-network-peering', { peeringState: undefined }),
          },
        };
    }
  },
});
