import type { Point, Scene, SceneItem } from '#drawing';
import { textsIn } from '../ground/words.ts';

/** Nearer than this, in the drawing's pixels, the handle would be taken for the end of a line, cover a line, a sign or words. */
const [besideEnd, besideLine, besideSign, besideWords] = [24, 10, 18, 7];

/** Below the words in the header of a container. */
const belowHeader = 56;

/** Where the handle may stand, best first, so that a hand finds it: at the right, else at the foot. */
function placesOf({ role, x, y, width, height }: SceneItem): readonly Point[] {
  const [right, bottom] = [x + width, y + height];
  const isTall = role === 'container' || role === 'note';
  // In the middle of a tall thing it may be out of sight.
  const side = y + (isTall ? Math.min(height / 2, belowHeader) : height / 2);
  const [middle, level] = [x + width / 2, y + height / 2];
  const sides = [
    { x: right, y: side },
    { x: right, y: level },
    { x: middle, y: bottom },
    { x, y: side },
    { x, y: level },
    { x: middle, y },
  ];
  // Where no middle is free.
  const others = [0.75, 0.25].flatMap((share) => [
    { x: right, y: y + height * share },
    { x: x + width * share, y: bottom },
    { x: x + width * share, y },
  ]);
  return [...sides, ...others];
}

/** How far a point is from a straight line. */
function distanceTo({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(x - from.x - dx * share, y - from.y - dy * share);
}

/** Where the handle stands to connect an item by: the first place where no line ends or passes, and no sign and no word is. */
export function connectStart(item: SceneItem, { items, edges }: Pick<Scene, 'items' | 'edges'>): Point {
  const ends = edges.flatMap(({ points }) => [...points.slice(0, 1), ...points.slice(-1)]);
  const signs = items.flatMap(({ x, y, markers }) =>
    markers.map((sign) => ({ x: x + sign.x, y: y + sign.y })),
  );
  const words = textsIn(item.shapes, item);
  const isNear = (one: Point, distance: number) => (other: Point) =>
    Math.hypot(one.x - other.x, one.y - other.y) < distance;
  const isOnLine = (place: Point) =>
    edges.some(({ points }) =>
      points.some((to, at) => {
        const from = points[at - 1];
        return from !== undefined && distanceTo(place, from, to) < besideLine;
      }),
    );
  const isOnWords = ({ x, y }: Point) =>
    words.some(
      (box) =>
        x > box.x - besideWords &&
        x < box.x + box.width + besideWords &&
        y > box.y - besideWords &&
        y < box.y + box.height + besideWords,
    );
  const places = placesOf(item);
  const free = places.find(
    (place) =>
      !ends.some(isNear(place, besideEnd)) &&
      !signs.some(isNear(place, besideSign)) &&
      !isOnWords(place) &&
      !isOnLine(place),
  );
  return free ?? places[0] ?? item;
}

/** The point of a box's border that is nearest to another, from where a line to that leaves it. */
export function nearestOnBorder({ x, y, width, height }: SceneItem, to: Point): Point {
  const [right, bottom] = [x + width, y + height];
  const at = { x: Math.max(x, Math.min(to.x, right)), y: Math.max(y, Math.min(to.y, bottom)) };
  if (at.x !== to.x || at.y !== to.y) return at;
  const sides = [
    { by: to.x - x, point: { x, y: to.y } },
    { by: right - to.x, point: { x: right, y: to.y } },
    { by: to.y - y, point: { x: to.x, y } },
    { by: bottom - to.y, point: { x: to.x, y: bottom } },
  ].sort((one, other) => one.by - other.by);
  return sides[0]?.point ?? at;
}
