import type { Box } from '#model';
import { type Drawn, internetCard, isContainer, type Thing, zonesCard } from './drawn.ts';
import { measures } from './measures.ts';
import type { Packing } from './pack.ts';
import { zoneGroups, zoneTops } from './zone-groups.ts';

/** Boxes of all things, from the drawing's corner. */
export function absoluteBoxes(packing: Packing, roots: readonly Thing[]) {
  const found = new Map<string, Box & { readonly thing: Thing }>();
  const visit = (things: readonly Thing[], x: number, y: number) => {
    for (const thing of things) {
      const box = packing.boxes.get(thing.id);
      if (!box) continue;
      const absolute = { ...box, x: box.x + x, y: box.y + y, thing };
      found.set(thing.id, absolute);
      visit(thing.children, absolute.x, absolute.y);
    }
  };
  visit(roots, 0, 0);
  return found;
}

const leastZones = 460;

/** Of one column beside the drawing: room for the longest zone of a private link. */
const narrowZones = 250;

/** Width to height of what screens and sheets leave for a drawing. */
const sheet = 1.5;

/**
 * The internet above everything; the private DNS zones below, or beside where that leaves all of it larger on a sheet.
 * Both as wide as what they stand at, within limits.
 */
export function cardsAround(packing: Packing, drawn: Drawn): ReadonlyMap<string, Box> {
  const { gap, internetHeight, internetWidth } = measures.card;
  const boxes = drawn.roots.flatMap((root) => packing.boxes.get(root.id) ?? []);
  const left = Math.min(0, ...boxes.map((box) => box.x));
  const top = Math.min(0, ...boxes.map((box) => box.y));
  const right = Math.max(left, ...boxes.map(rightOf));
  const cards = new Map<string, Box>();
  const internetAcross = (end: number): Box => ({
    x: left,
    y: top - gap - internetHeight,
    width: Math.max(internetWidth, end - left),
    height: internetHeight,
  });
  cards.set(internetCard, internetAcross(right));
  if (drawn.zones.length === 0) return cards;
  const below = zonesBelow(packing, drawn, right);
  cards.set(zonesCard, below);
  const beside = zonesBeside(drawn, { top, right, bottom: Math.max(0, ...boxes.map(bottomOf)) });
  const all = [...boxes, internetAcross(right)];
  if (boxes.length > 0 && largeness([...all, beside]) > largeness([...all, below]) * clearly) {
    cards.set(internetCard, internetAcross(rightOf(beside)));
    cards.set(zonesCard, beside);
  }
  return cards;
}

/** Below is the usual place: for less than this nothing moves. */
const clearly = 1.08;

/** How large boxes come out on a sheet that shows them all. */
function largeness(boxes: readonly Box[]): number {
  const width = Math.max(...boxes.map(rightOf)) - Math.min(...boxes.map((box) => box.x));
  const height = Math.max(...boxes.map(bottomOf)) - Math.min(...boxes.map((box) => box.y));
  return Math.min(sheet / width, 1 / height);
}

/** Right of everything, in as few columns as make it no higher than that. */
function zonesBeside({ zones }: Drawn, around: { top: number; right: number; bottom: number }): Box {
  const { gap, inset, zoneColumn, zoneGap } = measures.card;
  const groups = zoneGroups(zones);
  const widthOf = (columns: number) =>
    Math.max(narrowZones, 2 * inset + columns * (zoneColumn + zoneGap) - zoneGap);
  const heightIn = (columns: number) => zoneTops(groups, widthOf(columns)).at(-1) ?? 0;
  let columns = 1;
  while (columns < zones.length && heightIn(columns) > around.bottom - around.top) columns += 1;
  const [x, y] = [around.right + gap, around.top];
  return { x, y, width: widthOf(columns), height: heightIn(columns) };
}

/** Below what is widest, as wide as that; beside nodes that stand below it, too, where the networks are left of them. */
function zonesBelow(packing: Packing, { roots, zones }: Drawn, right: number): Box {
  const { gap } = measures.card;
  const boxes = roots.flatMap((root) => packing.boxes.get(root.id) ?? []);
  const wide = boxes.reduce<Box | undefined>((a, b) => (a && a.width >= b.width ? a : b), undefined);
  const x = wide?.x ?? 0;
  const containers = roots.filter(isContainer).flatMap((root) => packing.boxes.get(root.id) ?? []);
  const low = Math.max(0, ...containers.map(bottomOf));
  const beside = boxes.filter((box) => !containers.includes(box) && rightOf(box) > x);
  const end = Math.min(...beside.map((box) => box.x)) - gap;
  const networks = [...absoluteBoxes(packing, roots).values()].filter(isNetwork);
  const isBeside =
    beside.length > 0 &&
    beside.every((box) => box.y > low) &&
    end - x >= leastZones &&
    networks.every((box) => box.x + box.width / 2 < end);
  const width = isBeside ? end - x : Math.max(leastZones, Math.max(wide ? rightOf(wide) : right, x) - x);
  const bottom = isBeside ? low : Math.max(0, ...boxes.map(bottomOf));
  const height = zoneTops(zoneGroups(zones), width).at(-1) ?? 0;
  return { x, y: bottom + (boxes.length > 0 ? gap : 0), width, height };
}

const rightOf = (box: Box): number => box.x + box.width;
const bottomOf = (box: Box): number => box.y + box.height;
const isNetwork = ({ thing }: { readonly thing: Thing }): boolean =>
  thing.kind === 'virtual-network' && thing.hosted === undefined;
