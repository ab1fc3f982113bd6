import { measures } from '#layout';
import { type Numbered, signRoom } from './markers.ts';
import type { DraftItem } from './stage.ts';

const { icon, iconGap } = measures.badge;

/** A badge that is so much wider and stands so much further right, with or without its icon. */
function widened(badge: DraftItem, by: number, shift: number, hasIcon: boolean): DraftItem {
  const wider = hasIcon ? by : by - icon - iconGap;
  const shapes = badge.shapes.flatMap((shape) => {
    if (shape.type === 'rect') return { ...shape, width: shape.width + wider };
    if (hasIcon) return shape;
    return shape.type === 'text' ? { ...shape, x: shape.x - icon - iconGap } : [];
  });
  return { ...badge, x: badge.x + shift, width: badge.width + wider, shapes };
}

/**
 * Drafts with each badge that bears a finding wide enough for its sign, and what follows in its row moved; icons give
 * way where the row has no room for that. Badges of a row stand one after the other.
 */
export function withRoomForSigns(
  drafts: readonly DraftItem[],
  findings: ReadonlyMap<string, readonly Numbered[]>,
): readonly DraftItem[] {
  const all = [...drafts];
  let around: DraftItem | undefined;
  for (let at = 0; at < all.length; at += 1) {
    const first = all[at];
    if (first?.role === 'container') around = first;
    if (first?.role !== 'badge') continue;
    let end = at;
    while (all[end + 1]?.parent === first.parent && all[end + 1]?.y === first.y) end += 1;
    const rooms = all.slice(at, end + 1).map(({ id }) => {
      const [worst] = findings.get(id) ?? [];
      return worst ? signRoom(worst) : 0;
    });
    const wanted = rooms.reduce((sum, room) => sum + room);
    const last = all[end] ?? first;
    const limit = around ? around.x + around.width - measures.subnet.inset : 0;
    let shift = 0;
    for (const [index, room] of wanted === 0 ? [] : rooms.entries()) {
      const badge = all[at + index] ?? first;
      const now = widened(badge, room, shift, room === 0 || last.x + last.width + wanted <= limit);
      shift += now.width - badge.width;
      all[at + index] = now;
    }
    at = end;
  }
  return all;
}
