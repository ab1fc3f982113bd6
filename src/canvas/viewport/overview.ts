import type { SceneItem } from '#drawing';

const margin = 24;

/** The rectangle that holds all items, with a margin; that of an empty drawing is as large as a screen. */
export function overviewOf(items: readonly SceneItem[]) {
  if (items.length === 0) return { x: 0, y: 0, width: 1200, height: 800 };
  const left = Math.min(...items.map((item) => item.x));
  const top = Math.min(...items.map((item) => item.y));
  const right = Math.max(...items.map((item) => item.x + item.width));
  const bottom = Math.max(...items.map((item) => item.y + item.height));
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  };
}
