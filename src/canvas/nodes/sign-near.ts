import type { Point } from '#drawing';
import type { FarSign } from './signs.ts';

/** The sign at a point of the drawing, or no further from it than `within`. */
export function signNear(signs: readonly FarSign[], point: Point, within: number): FarSign | undefined {
  let nearest: FarSign | undefined;
  let least = within;
  for (const sign of signs) {
    const away = Math.hypot(
      Math.max(0, Math.abs(sign.x - point.x) - sign.width / 2),
      Math.max(0, Math.abs(sign.y - point.y) - sign.height / 2),
    );
    if (away > least) continue;
    least = away;
    nearest = sign;
  }
  return nearest;
}
