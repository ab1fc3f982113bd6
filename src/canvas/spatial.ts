import type { SceneItem } from '#drawing';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** How much worse it is to lie aside than to lie further on. */
const asidePenalty = 2.5;

const isSideways = (direction: Direction): boolean => direction === 'left' || direction === 'right';

const middleOf = ({ x, y, width, height }: SceneItem) => ({ x: x + width / 2, y: y + height / 2 });

/** How far an item lies ahead of where one starts, and how far aside; negative ahead is behind. */
function distance(from: SceneItem, to: SceneItem, direction: Direction) {
  const [start, end] = [middleOf(from), middleOf(to)];
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const along = isSideways(direction) ? dx : dy;
  return {
    ahead: direction === 'right' || direction === 'down' ? along : -along,
    aside: Math.abs(isSideways(direction) ? dy : dx),
  };
}

/** Whether all of one item lies on that side of all of another. */
const isBeyond = (one: SceneItem, other: SceneItem, direction: Direction): boolean => {
  switch (direction) {
    case 'left':
      return one.x + one.width <= other.x;
    case 'right':
      return one.x >= other.x + other.width;
    case 'up':
      return one.y + one.height <= other.y;
    case 'down':
      return one.y >= other.y + other.height;
  }
};

function nearest(items: readonly SceneItem[], from: SceneItem, direction: Direction): SceneItem | undefined {
  let best: SceneItem | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const { ahead, aside } = distance(from, item, direction);
    const cost = ahead + asidePenalty * aside;
    if (ahead > 1 && cost < bestCost) {
      best = item;
      bestCost = cost;
    }
  }
  return best;
}

/**
 * The item that a person means by an arrow key: the nearest in that direction of those in the same container; where none
 * lies there, the nearest beside the container, and so on outwards. Tab leads into what is in a container.
 * @param items in reading order; those that cannot have the focus are passed over, into what lies in them
 */
export function neighbourOf(
  items: readonly SceneItem[],
  from: SceneItem,
  direction: Direction,
  mayHaveFocus: (item: SceneItem) => boolean = () => true,
): SceneItem | undefined {
  const byId = new Map(items.map((item) => [item.id, item]));
  const parentOf = ({ parent }: SceneItem) => (parent === undefined ? undefined : byId.get(parent));
  const within = new Map<string | undefined, SceneItem[]>();
  for (const item of items) {
    const container = parentOf(item)?.id;
    const siblings = within.get(container);
    if (siblings) siblings.push(item);
    else within.set(container, [item]);
  }
  const open = (item: SceneItem): readonly SceneItem[] =>
    mayHaveFocus(item) ? [item] : (within.get(item.id) ?? []).flatMap(open);
  for (let own: SceneItem | undefined = from; own; own = parentOf(own)) {
    const around: SceneItem = own;
    const beside = (within.get(parentOf(around)?.id) ?? [])
      .filter((item) => item !== around && (around === from || isBeyond(item, around, direction)))
      .flatMap(open);
    const next = nearest(beside, from, direction);
    if (next) return next;
  }
  return undefined;
}
