import type { Thing } from '#layout';
import { findResource } from '#model';
import type { Connection } from './connections.ts';
import type { SceneItem } from './scene.ts';
import type { Stage } from './stage.ts';

const hostedIn = (things: readonly Thing[]): readonly Thing[] =>
  things.flatMap((thing) => (thing.hosted ? [thing] : hostedIn(thing.children)));

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** The private links of endpoints that Azure makes in the networks it runs. */
export const hostedLinks = ({ drawn, network }: Stage): readonly Connection[] =>
  hostedIn(drawn.roots).flatMap((thing) =>
    (thing.hosted?.endpoints ?? []).map(({ id, name, target, groupId }) => ({
      id: `link:${id}`,
      meaning: 'private-link' as const,
      from: id,
      to: target,
      part: groupId,
      end: 'dot' as const,
      label: `Private link from ${name} in the ${lowered(thing.name)} to ${findResource(network.design, target)?.name ?? 'its service'}`,
    })),
  );

/** Whether an item lies in a network that Microsoft runs: it may stand away from what it belongs to. */
export const isHosted = ({ drawn }: Stage, { parent }: Pick<SceneItem, 'parent'>): boolean =>
  hostedIn(drawn.roots).some(({ id }) => id === parent);

/** What stands in the managed network of a workspace needs no line to it: the box says whose it is. */
export const isSaidByBox = ({ drawn }: Stage, { meaning, from, to }: Connection): boolean =>
  meaning === 'association' &&
  hostedIn(drawn.roots).some(
    ({ hosted, children }) => hosted?.holder === to && children.some(({ id }) => id === from),
  );
