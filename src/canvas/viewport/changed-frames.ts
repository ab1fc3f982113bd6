import { type Design, findNote, findResource, isAlike, isTheSame, notesOf, type ResourceId } from '#model';
import type { SceneState } from '../scene-store.ts';
import type { Frame } from './fitting.ts';
import { itemShowing } from './item-showing.ts';

/** A design as it is drawn. */
export type Drawn = Pick<SceneState, 'scene' | 'itemOf'> & { readonly design: Design };

/** Where what has come, gone or changed is drawn, or was; else what lies elsewhere or has another size. */
export function changedFrames(before: Drawn, after: Drawn): readonly Frame[] {
  const isOther = (one: Design, other: Design) => (id: ResourceId) =>
    !isTheSame(findResource(one, id), findResource(other, id)) || findNote(one, id) !== findNote(other, id);
  const idsIn = (design: Design) => [...design.resources, ...notesOf(design)].map(({ id }) => id);
  const changed = idsIn(after.design).filter(isOther(after.design, before.design));
  const gone = idsIn(before.design).filter(
    (id) => !findResource(after.design, id) && !findNote(after.design, id),
  );
  const frames = [
    ...changed.flatMap((id) => after.itemOf.get(id) ?? itemShowing(after, after.design, id) ?? []),
    ...gone.flatMap((id) => before.itemOf.get(id) ?? []),
  ];
  if (frames.length > 0) return frames;
  return idsIn(after.design).flatMap((id) => {
    const now = after.design.layout[id];
    const past = before.design.layout[id];
    const item = after.itemOf.get(id);
    const old = before.itemOf.get(id);
    const isPlaced = now && past ? !isAlike(now, past) : now !== past;
    return isPlaced && item && old && !isSameFrame(item, old) ? [item] : [];
  });
}

const isSameFrame = (one: Frame, other: Frame): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
