import { drawnBoxes } from '#drawing';
import { type Box, edits, outermostOf, type Resource } from '#model';
import type { State } from '#store';
import { type CommandContext, hasSelection, namesOf } from '../command.ts';

/** Something with a box on the drawing, in the coordinates of its container. */
export interface Placed {
  readonly resource: Resource;
  readonly box: Box;
}

/** What of the selection can be moved about: that which has a box, and lies in nothing else that is selected. */
export function placedSelection({ design, selected, result }: State): readonly Placed[] {
  const boxes = drawnBoxes(design, result);
  return outermostOf(design, selected).flatMap((resource) => {
    const box = boxes[resource.id];
    return box ? [{ resource, box }] : [];
  });
}

/** The largest group of the selection that shares a container: only among these do lines and distances mean anything. */
export function siblingsIn(placed: readonly Placed[]): readonly Placed[] {
  const groups = new Map<string | undefined, Placed[]>();
  for (const one of placed) {
    const group = groups.get(one.resource.parent);
    if (group) group.push(one);
    else groups.set(one.resource.parent, [one]);
  }
  return [...groups.values()].reduce<readonly Placed[]>(
    (most, group) => (group.length > most.length ? group : most),
    [],
  );
}

/** Whether at least so many things are selected that lie side by side. */
export const hasSiblings =
  (least: number) =>
  (state: State): boolean => {
    if (!hasSelection(state) || state.selected.length < least) return false;
    const counts = new Map<string | undefined, number>();
    for (const { parent } of outermostOf(state.design, state.selected))
      counts.set(parent, (counts.get(parent) ?? 0) + 1);
    return Math.max(0, ...counts.values()) >= least;
  };

/** Puts things elsewhere as one undo step; steps of one `run` are one. */
export function putAt(
  { store }: CommandContext,
  label: string,
  moved: readonly Placed[],
  run?: string,
): void {
  const boxes = Object.fromEntries(moved.map(({ resource, box }) => [resource.id, box]));
  store
    .getState()
    .edit(
      `${label} ${namesOf(moved.map(({ resource }) => resource))}`,
      (design) => edits.placeResources(design, boxes),
      run,
    );
}
