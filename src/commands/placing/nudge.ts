import { type Command, hasSelection } from '../command.ts';
import { placedSelection, putAt } from './place-selection.ts';

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
  },
});

/** Small moves of the selection in its container. */
export const nudges: readonly Command[] = [near, far].flatMap((by) =>
  directions.map((direction) => nudge(direction, by)),
);
