import type { Scene, SceneEdge, SceneItem, Shape } from '#drawing';
import { litBadge, litLine } from './added-shapes.ts';

/** What a fix would draw anew where everything around it keeps its place. */
export interface Newcomer {
  readonly id: string;
  /** Item that it would be on. */
  readonly on?: string;
  readonly x: number;
  readonly y: number;
  readonly shapes: readonly Shape[];
}

type Place = Pick<SceneItem, 'x' | 'y' | 'width' | 'height'>;

const isSameBox = (one: Place | undefined, other: Place | undefined): boolean =>
  one !== undefined && other !== undefined && one.width === other.width && one.height === other.height;
const isSamePlace = (one: Place | undefined, other: Place | undefined): boolean =>
  isSameBox(one, other) && one?.x === other?.x && one?.y === other?.y;
const meets = (one: Place, other: Place): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Badges that would come where a thing has room for them, and lines that would come between things that stay. */
export function newcomers(before: Scene, after: Scene): readonly Newcomer[] {
  const was = new Map(before.items.map((item) => [item.id, item]));
  const is = new Map(after.items.map((item) => [item.id, item]));
  const badges = after.items.flatMap((badge): readonly Newcomer[] => {
    const { id, role, parent, shapes } = badge;
    const [on, then] = [was.get(parent ?? ''), is.get(parent ?? '')];
    if (role !== 'badge' || was.has(id) || !on || !then || !isSameBox(on, then)) return [];
    const place = { ...badge, x: badge.x - then.x + on.x, y: badge.y - then.y + on.y };
    const isTaken = before.items.some((one) => one.parent === on.id && meets(one, place));
    return isTaken ? [] : [{ id, on: on.id, x: place.x, y: place.y, shapes: litBadge(shapes) }];
  });
  const known = new Set(before.edges.map(({ id }) => id));
  const isStill = ({ from, to }: SceneEdge) =>
    [from, to].every((end) => isSamePlace(was.get(end), is.get(end)));
  const lines = after.edges.flatMap((edge): readonly Newcomer[] =>
    known.has(edge.id) || edge.meaning === 'missing' || !isStill(edge)
      ? []
      : [{ id: edge.id, x: 0, y: 0, shapes: litLine(edge.shapes) }],
  );
  return [...lines, ...badges];
}
