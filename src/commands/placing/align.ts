import type { Box } from '#model';
import type { State } from '#store';
import type { Command, CommandContext } from '../command.ts';
import { inSentence } from '../in-sentence.ts';
import { hasSiblings, type Placed, placedSelection, putAt, siblingsIn } from './place-selection.ts';

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What has to be selected first, where it is not. */
const lacks = (least: number, first: string) => (state: State) =>
  hasSiblings(least)(state) ? undefined : first;

const frameOf = (placed: readonly Placed[]): Frame => ({
  left: Math.min(...placed.map(({ box }) => box.x)),
  right: Math.max(...placed.map(({ box }) => box.x + box.width)),
  top: Math.min(...placed.map(({ box }) => box.y)),
  bottom: Math.max(...placed.map(({ box }) => box.y + box.height)),
});

/** Puts things in line and says so, or that there is nothing to do. */
function put(
  context: CommandContext,
  verb: 'align' | 'distribute',
  title: string,
  placed: readonly Placed[],
  moved: readonly Placed[],
): void {
  const { store } = context;
  if (moved.every(({ box }, at) => box.x === placed[at]?.box.x && box.y === placed[at].box.y)) {
    store.getState().setView({ notice: { tone: 'note', title: `Nothing to ${verb}` } });
    return;
  }
  putAt(context, `${inSentence(title)}:`, moved);
  const { announce, lastEdit } = store.getState();
  announce(`Done: ${lastEdit}.`);
}

const align = (
  id: string,
  title: string,
  shortcut: string,
  place: (box: Box, frame: Frame) => Box,
): Command => ({
  id: `align-${id}`,
  title,
  shortcut,
  isEnabled: hasSiblings(2),
  obstacle: lacks(2, 'select two boxes in the same container'),
  run: (context) => {
    const placed = siblingsIn(placedSelection(context.store.getState()));
    const frame = frameOf(placed);
    put(
      context,
      'align',
      title,
      placed,
      placed.map((one) => ({ ...one, box: place(one.box, frame) })),
    );
  },
});

interface Axis {
  readonly id: string;
  readonly title: string;
  readonly shortcut: string;
  readonly startOf: (box: Box) => number;
  readonly sizeOf: (box: Box) => number;
  readonly at: (box: Box, start: number) => Box;
}

/** Gaps of the same width between things that stand in a row or a column; the first and the last stay. */
const distribute = ({ id, title, shortcut, startOf, sizeOf, at }: Axis): Command => ({
  id: `distribute-${id}`,
  title,
  shortcut,
  isEnabled: hasSiblings(3),
  obstacle: lacks(3, 'select three boxes in the same container'),
  run: (context) => {
    const placed = [...siblingsIn(placedSelection(context.store.getState()))].sort(
      (a, b) => startOf(a.box) - startOf(b.box),
    );
    const [first, last] = [placed[0], placed.at(-1)];
    if (!first || !last) return;
    const room = startOf(last.box) + sizeOf(last.box) - startOf(first.box);
    const taken = placed.reduce((sum, { box }) => sum + sizeOf(box), 0);
    const gap = (room - taken) / (placed.length - 1);
    let next = startOf(first.box);
    const moved = placed.map((one) => {
      const start = Math.round(next);
      next += sizeOf(one.box) + gap;
      return { ...one, box: at(one.box, start) };
    });
    put(context, 'distribute', title, placed, moved);
  },
});

/** Lines and distances of boxes in one container. */
export const alignments: readonly Command[] = [
  align('left', 'Align left edges', 'Alt+KeyA', (box, { left }) => ({ ...box, x: left })),
  align('middle', 'Align middles in a column', 'Alt+KeyH', (box, { left, right }) => ({
    ...box,
    x: Math.round((left + right - box.width) / 2),
  })),
  align('right', 'Align right edges', 'Alt+KeyD', (box, { right }) => ({ ...box, x: right - box.width })),
  align('top', 'Align top edges', 'Alt+KeyW', (box, { top }) => ({ ...box, y: top })),
  align('centre', 'Align middles in a row', 'Alt+KeyV', (box, { top, bottom }) => ({
    ...box,
    y: Math.round((top + bottom - box.height) / 2),
  })),
  align('bottom', 'Align bottom edges', 'Alt+KeyS', (box, { bottom }) => ({
    ...box,
    y: bottom - box.height,
  })),
  distribute({
    id: 'across',
    title: 'Distribute across',
    shortcut: 'Alt+Shift+KeyH',
    startOf: ({ x }) => x,
    sizeOf: ({ width }) => width,
    at: (box, x) => ({ ...box, x }),
  }),
  distribute({
    id: 'down',
    title: 'Distribute down',
    shortcut: 'Alt+Shift+KeyV',
    startOf: ({ y }) => y,
    sizeOf: ({ height }) => height,
    at: (box, y) => ({ ...box, y }),
  }),
];
