import type { SceneItem } from '#drawing';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** How much worse it is to lie aside than to lie further on. */
const asidePenalty = 2.5;

/** The item that a person means by an arrow key: the nearest one whose middle lies in that direction. */
export function neighbourOf(
  items: readonly SceneItem[],
  from: SceneItem,
  direction: Direction,
): SceneItem | undefined {
  const middle = (item: SceneItem) => ({ x: item.x + item.width / 2, y: item.y + item.height / 2 });
  const start = middle(from);
  let best: SceneItem | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (item.id === from.id) continue;
    const { x, y } = middle(item);
    const dx = x - start.x;
    const dy = y - start.y;
    const isSideways = direction === 'left' || direction === 'right';
    const ahead = isSideways ? dx * (direction === 'right' ? 1 : -1) : dy * (direction === 'down' ? 1 : -1);
    const aside = Math.abs(isSideways ? dy : dx);
    const cost = ahead + asidePenalty * aside;
    if (ahead > 1 && cost < bestCost) {
      best = item;
      bestCost = cost;
    }
  }
  return best;
}
