import type { Level, SceneItem } from '#drawing';
import { inset, signsOf } from './signs.ts';

/** By item: how much of its right end its sign takes, in the pixels of the drawing. */
export function roomsOfSigns(items: readonly SceneItem[], level: Level): (item: SceneItem) => number {
  const rooms = new Map(
    signsOf(items, level).map(({ item, x, width }) => [
      item,
      item.x + item.width - x + width / 2 + inset * level.unit,
    ]),
  );
  return (item) => rooms.get(item) ?? 0;
}
