import type { Scene, SceneEdge, SceneItem } from './scene.ts';

/** What is drawn of a scene but for its markers, in the order of its layers: containers, contents, threads, notes. */
export function paintedInOrder({ items, edges }: Scene): readonly (SceneItem | SceneEdge)[] {
  return [
    ...items.filter(({ role }) => role === 'container'),
    // Below the words of whatever stands between a note and what it is on.
    ...edges.filter(({ meaning }) => meaning === 'note'),
    ...items.filter(({ role }) => role !== 'container' && role !== 'note'),
    ...edges.filter(({ meaning }) => meaning !== 'note'),
    ...items.filter(({ role }) => role === 'note'),
  ];
}
