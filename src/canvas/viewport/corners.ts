import type { Point } from '#drawing';
import type { Box } from '#model';

/** The bottom right corners of boxes that no other reaches beyond both ways; from right to left, ever lower. */
export function cornersOf(boxes: readonly Box[]): readonly Point[] {
  const corners = boxes.map(({ x, y, width, height }) => ({ x: x + width, y: y + height }));
  let lowest = Number.NEGATIVE_INFINITY;
  return corners
    .sort((a, b) => b.x - a.x || b.y - a.y)
    .filter(({ y }) => {
      if (y <= lowest) return false;
      lowest = y;
      return true;
    });
}
