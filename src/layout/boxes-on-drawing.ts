import type { Box } from '#model';
import type { Thing } from './drawn.ts';

/** Boxes on the drawing; a hosted network is no origin, as the document has it. */
export function boxesOnDrawing(
  roots: readonly Thing[],
  boxes: Readonly<Record<string, Box>>,
): Map<string, Box> {
  const found = new Map<string, Box>();
  const visit = (things: readonly Thing[], x: number, y: number) => {
    for (const thing of things) {
      const box = boxes[thing.id];
      if (!box) continue;
      const frame = { ...box, x: box.x + x, y: box.y + y };
      found.set(thing.id, frame);
      visit(thing.children, thing.hosted ? x : frame.x, thing.hosted ? y : frame.y);
    }
  };
  visit(roots, 0, 0);
  return found;
}
