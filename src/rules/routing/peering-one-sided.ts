import { findOfKind, isConnectedInAzure, mayHaveUnseenPeerings } from '#model';
import { isShown, shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';
import { halfBetween, withOtherHalf } from './other-half.ts';

export const peeringOneSided = defineRule({
  id: 'peering-one-sided',
  category: 'Routing and peering',
  severity: () => 'error',
  title: 'Peering has one half only',
  holds: 'The peering has both halves',
  remedy: 'Add the peering in the opposite direction.',
  messages: {
    oneHalf: (f: { peering: string; local: string; remote: string }) =>
      `${f.local} is peered with ${f.remote}, but ${f.remote} is not peered back`,
  },

  *check({ design }) {
    for (const peering of shownOfKind(design, 'virtual-network-peering')) {
      const { id, name, parent, remoteVirtualNetwork, peeringState } = peering;
      const remote = findOfKind(design, remoteVirtualNetwork, 'virtual-network');
      if (parent === undefined || !isShown(remote)) continue;
      // A half that is not Connected is another rule's.
      if (peeringState !== undefined && peeringState !== 'Connected') continue;
      const opposite = halfBetween(design, remote.id, parent);
      if (opposite) yield passed([id, opposite.id], `${name} and ${opposite.name}`);
      else if (mayHaveUnseenPeerings(design, remote.id)) continue;
      else if (isConnectedInAzure(design, peering))
        yield cannotTell(id, {
          fact: `the half in ${remote.name}, which its list of peerings lacks although ${name} is Connected`,
        });
      else
        yield {
          at: [id, remote.id],
          message: 'oneHalf',
          facts: { peering: name, local: labelOf(design, parent), remote: labelOf(design, remote.id) },
          evidence: `No peering in ${remote.name} names ${labelOf(design, parent)}`,
          fix: {
            title: 'Add the other half',
            changes: [`Add a virtual network peering in ${remote.name} to ${labelOf(design, parent)}`],
            apply: (before, newId) => withOtherHalf(before, parent, remote.id, newId()),
          },
        };
    }
  },
});
