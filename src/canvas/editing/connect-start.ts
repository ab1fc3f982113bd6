import type { Point, Scene, SceneItem } from '#drawing';

/** Nearer than this, in the drawing's pixels, the handle would touch the end of a line, or a sign. */
const [besideEnd, besideSign] = [12, 18];

/** Below the words in the header of a container. */
const belowHeader = 56;

/** Where the handle may stand, best first: on the border, as what stands close beside it would be covered. */
function placesOf({ role, x, y, width, height }: SceneItem): readonly Point[] {
  const across = { x: x + width / 2, y };
  const foot = { ...across, y: y + height };
  const side = y + Math.min(height / 2, belowHeader);
  const [left, right] = [
    { x, y: side },
    { x: x + width, y: side },
  ];
  // Words of a card reach to its sides, those of containers and notes to their foot.
  return role === 'container' || role === 'note' ? [right, foot, left, across] : [foot, across, right, left];
}

/** Where the handle stands to connect an item by: the first place where no line ends and no sign is. */
export function connectStart(item: SceneItem, { items, edges }: Pick<Scene, 'items' | 'edges'>): Point {
  const ends = edges.flatMap(({ points }) => [...points.slice(0, 1), ...points.slice(-1)]);
  const signs = items.flatMap(({ x, y, markers }) =>
    markers.map((sign) => ({ x: x + sign.x, y: y + sign.y })),
  );
  const isNear = (one: Point, distance: number) => (other: Point) =>
    Math.hypot(one.x - other.x, one.y - other.y) < distance;
  const places = placesOf(item);
  const free = places.find(
    (place) => !ends.some(isNear(place, besideEnd)) && !signs.some(isNear(place, besideSign)),
  );
  return free ?? places[0] ?? item;
}
