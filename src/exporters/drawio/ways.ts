import type { Connection, Point, Scene } from '#drawing';
import type { Cell } from './cells.ts';

/** Where a line of the diagram runs. */
export interface Way {
  /** Where it leaves and enters its boxes, as draw.io's style has it. */
  readonly ports: string;
  /** Between its ends, in the coordinates of the diagram. */
  readonly bends: readonly Point[];
}

/** The way that the drawing found for a connection between the same two boxes: draw.io's own runs through others. */
export function wayOf(
  { id, from, to }: Connection,
  { edges, items }: Scene,
  cells: ReadonlyMap<string, Cell>,
): Way | undefined {
  const edge = edges.find((one) => one.id === id && one.from === from && one.to === to);
  const [first, last] = [edge?.points[0], edge?.points.at(-1)];
  const [start, end] = [from, to].map((one) => placeOf(one, items, cells));
  if (!edge || !first || !last || !start || !end) return undefined;
  // Boxes make way for those that the drawing does not have: what stands at the height of an end moves with it.
  const moved = (axis: 'x' | 'y', value: number) =>
    value === last[axis] ? value + end.by[axis] : value === first[axis] ? value + start.by[axis] : value;
  return {
    ports: `${portOf('exit', first, start)}${portOf('entry', last, end)}`,
    bends: edge.points.slice(1, -1).map(({ x, y }) => ({ x: moved('x', x), y: moved('y', y) })),
  };
}

type Item = Scene['items'][number];

/** A box on the drawing, and how far it stands from there in the diagram. */
function placeOf(id: string, items: readonly Item[], cells: ReadonlyMap<string, Cell>) {
  const item = items.find((one) => one.id === id || one.resource === id);
  if (!item) return undefined;
  let [x, y] = [0, 0];
  for (
    let cell = cells.get(id);
    cell;
    cell = cell.parent === undefined ? undefined : cells.get(cell.parent)
  ) {
    x += cell.x;
    y += cell.y;
  }
  const { width, height } = cells.get(id) ?? item;
  return { item, width, height, by: { x: x - item.x, y: y - item.y } };
}

/** Of a box that has grown downwards or to the right: its far side stays the far side. */
const share = (away: number, drawn: number, size: number): number =>
  away >= drawn ? 1 : Math.round(Math.min(1, Math.max(0, away / size)) * 1000) / 1000;

function portOf(side: 'exit' | 'entry', point: Point, box: NonNullable<ReturnType<typeof placeOf>>): string {
  const { item, width, height } = box;
  const x = share(point.x - item.x, item.width, width);
  const y = share(point.y - item.y, item.height, height);
  return `${side}X=${x};${side}Y=${y};${side}Dx=0;${side}Dy=0;`;
}
