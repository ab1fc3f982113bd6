import { type Command, hasSelection, namesOf } from '../command.ts';
import { type Placed, placedSelection, putAt } from './place-selection.ts';

/** One step of the grid, and five of them. */
const near = 4;
const far = 20;

const directions = [
  { side: 'left', x: -1, y: 0 },
  { side: 'right', x: 1, y: 0 },
  { side: 'up', x: 0, y: -1 },
  { side: 'down', x: 0, y: 1 },
] as const;

type Direction = (typeof directions)[number];

const keyOf = ({ side }: Direction) => `Arrow${side.charAt(0).toUpperCase()}${side.slice(1)}`;

/** `Moved vnet-hub to 340, 120.`: of several, where the first stands. */
function movedInWords(moved: readonly Placed[], { box }: Placed): string {
  const resources = moved.flatMap(({ resource }) => resource ?? []);
  const notes = moved.flatMap(({ note }) => note ?? []);
  const where = moved.length === 1 ? '' : 'the first of them ';
  return `Moved ${namesOf(resources, notes)}, ${where}to ${Math.round(box.x)} across and ${Math.round(box.y)} down.`;
}

const nudge = (direction: Direction, by: number): Command => ({
  id: `nudge-${direction.side}${by === far ? '-far' : ''}`,
  title: `Move ${direction.side}${by === far ? ' by five steps' : ''}`,
  shortcut: `${by === far ? 'Shift+' : ''}${keyOf(direction)}`,
  isAboutSelection: true,
  isForCanvas: true,
  isEnabled: hasSelection,
  run: (context) => {
    const placed = placedSelection(context.store.getState());
    const moved = placed.map((one) => ({
      ...one,
      box: { ...one.box, x: one.box.x + direction.x * by, y: one.box.y + direction.y * by },
    }));
    putAt(context, 'move', moved, `nudge ${placed.map(({ id }) => id).join()}`);
    const [first] = moved;
    if (first) context.store.getState().announce(movedInWords(moved, first), { waits: true });
  },
});

/** Small moves of the selection in its container. */
export const nudges: readonly Command[] = [near, far].flatMap((by) =>
  directions.map((direction) => nudge(direction, by)),
);
