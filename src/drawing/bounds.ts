import type { Scene, SceneEdge, SceneItem } from './scene.ts';

/** Around everything, for markers and shadows. */
const margin = 16;

type Frame = Pick<Scene, 'x' | 'y' | 'width' | 'height'>;

/** What a drawing of these takes, with a margin. */
export function boundsOf(
  items: readonly Pick<SceneItem, 'x' | 'y' | 'width' | 'height'>[],
  edges: readonly Pick<SceneEdge, 'points'>[],
): Frame {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = (x: number, y: number) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  };
  for (const { x, y, width, height } of items) {
    include(x, y);
    include(x + width, y + height);
  }
  for (const { points } of edges) for (const { x, y } of points) include(x, y);
  if (left > right) [left, top, right, bottom] = [0, 0, 0, 0];
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  };
}
