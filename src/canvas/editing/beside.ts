interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Between the card, what it speaks of and the edges, in CSS pixels. */
const gap = 14;
/** Below the tools. */
const upmost = 60;
const widest = 440;
const narrowest = 300;

/** How wide a card may be beside a thing, and at which of its sides; `undefined` where there is no room at either. */
export function sideOf(
  thing: Rectangle,
  ground: { readonly width: number },
): { readonly left: number; readonly width: number } | undefined {
  const after = ground.width - thing.left - thing.width - 2 * gap;
  const before = thing.left - 2 * gap;
  const room = after >= Math.min(before, widest) ? after : before;
  if (room < narrowest) return undefined;
  const width = Math.min(room, widest);
  return { left: room === after ? thing.left + thing.width + gap : thing.left - gap - width, width };
}

/** Level with the thing, as far as the card stays in sight. */
export const topBeside = (thing: Rectangle, height: number, ground: { readonly height: number }): number =>
  Math.max(upmost, Math.min(thing.top, ground.height - height - gap));
