import { badgesOf } from './badges.ts';
import type { Thing } from './drawn.ts';
import { fonts } from './fonts.ts';
import { measures } from './measures.ts';
import { type Packing, place } from './pack.ts';
import { sharedWidth } from './sizes.ts';
import { textWidth } from './text-width.ts';

/** Whether a subnet holds private endpoints, there or missing, and nothing else to speak of. */
export const isEndpointSubnet = (thing: Thing): boolean => {
  const endpoints = thing.children.filter((child) => child.kind === 'private-endpoint').length;
  return endpoints > 0 && endpoints * 2 >= thing.children.length;
};

/** Height of a subnet's header: name and prefix in one line where both fit, else in two. */
export function subnetHeader(thing: Thing, width: number): number {
  const { header, tallHeader } = measures.subnet;
  return headerWidth(thing) <= width ? header : tallHeader;
}

const prefixOf = (thing: Thing): string =>
  thing.resource?.kind === 'subnet' ? (thing.resource.addressPrefixes[0] ?? '') : '';

const headerWidth = (thing: Thing): number =>
  10 + textWidth(thing.name, fonts.subnetName) + 14 + textWidth(prefixOf(thing), fonts.address) + 10;

/** Where the contents of a subnet begin: below header and badges. */
export function subnetTop(packing: Packing, thing: Thing, width: number): number {
  const header = subnetHeader(thing, width);
  if (thing.resource?.kind !== 'subnet') return header;
  return header + badgesOf(packing.design, thing.resource, packing.ghosts, width, header).height;
}

/** A header in one line is worth so much width: a second line costs height, which there is more of. */
const worthOneLine = 8;

/** More endpoints than this would make one column a tower, and up to so many two are no tower yet. */
const [mostInTower, mostStaggered] = [16, 80];

/**
 * Whether endpoints stand in two columns, each half a row below the one before it: between any two of the right column
 * there is room for the link of one of the left, so that all links are straight.
 */
export const isStaggered = (thing: Thing): boolean =>
  isEndpointSubnet(thing) && thing.children.length > mostInTower && thing.children.length <= mostStaggered;

const columnCount = (thing: Thing): number => {
  const count = thing.children.length;
  if (isStaggered(thing)) return 2;
  const longest = isEndpointSubnet(thing) ? 40 : 8;
  return Math.max(1, Math.ceil(count / longest));
};

/** Endpoints stand as their services do. */
const inRows = (packing: Packing, thing: Thing): readonly Thing[] =>
  isEndpointSubnet(thing)
    ? [...thing.children].sort((a, b) => packing.rankOf(a) - packing.rankOf(b))
    : thing.children;

/** Sizes a subnet around its nodes, which stand in columns of one width. */
export function packSubnet(packing: Packing, thing: Thing): void {
  const { inset, columnGap, foot, minimum, maximum } = measures.subnet;
  const children = inRows(packing, thing);
  const columns = columnCount(thing);
  const nodes = sharedWidth(packing.design, children);
  const forNodes = children.length === 0 ? 0 : columns * (nodes + columnGap) - columnGap + 2 * inset;
  const forName = Math.min(maximum, 20 + textWidth(thing.name, fonts.subnetName));
  const narrow = Math.max(minimum, forNodes, forName);
  const oneLine = Math.ceil(headerWidth(thing));
  const width = Math.ceil(oneLine > narrow && oneLine <= narrow + worthOneLine ? oneLine : narrow);
  const each = (width - 2 * inset - (columns - 1) * columnGap) / columns;
  const top = subnetTop(packing, thing, width);
  const height = heightInSubnet;
  const { columnOf, yOf } = isStaggered(thing) ? staggered : inColumns(thing);
  for (const [index, child] of children.entries())
    place(packing, child, {
      x: inset + columnOf(index) * (each + columnGap),
      y: top + yOf(index),
      width: each,
      height,
    });
  const contents = Math.max(0, ...children.map((_, index) => yOf(index) + height + 6));
  place(packing, thing, { x: 0, y: 0, width, height: top + contents + foot });
}

const { heightInSubnet } = measures.node;

/** The first endpoint stands in the right column, the second left of the gap below it, and so on. */
const staggered = {
  columnOf: (index: number) => 1 - (index % 2),
  yOf: (index: number) =>
    Math.floor(index / 2) * (heightInSubnet + measures.subnet.staggered.gap) +
    (index % 2) * (heightInSubnet / 2 + measures.subnet.staggered.link),
};

function inColumns(thing: Thing) {
  const rows = rowsOf(thing);
  return {
    columnOf: (index: number) => Math.floor(index / rows),
    yOf: (index: number) => (index % rows) * (heightInSubnet + measures.subnet.rowGap),
  };
}

const rowsOf = (thing: Thing): number =>
  thing.children.length === 0 ? 0 : Math.ceil(thing.children.length / columnCount(thing));

/** Gives a packed subnet another width: its nodes widen with it, and move up where its header became shorter. */
export function widenSubnet(packing: Packing, thing: Thing, width: number): void {
  const before = packing.boxes.get(thing.id);
  if (!before || before.width === width) return;
  const { inset, columnGap } = measures.subnet;
  const lift = subnetTop(packing, thing, before.width) - subnetTop(packing, thing, width);
  const columns = columnCount(thing);
  const each = (width - 2 * inset - (columns - 1) * columnGap) / columns;
  for (const child of thing.children) {
    const box = packing.boxes.get(child.id);
    if (!box) continue;
    const column = Math.round((box.x - inset) / (box.width + columnGap));
    place(packing, child, { ...box, x: inset + column * (each + columnGap), y: box.y - lift, width: each });
  }
  place(packing, thing, { ...before, width, height: before.height - lift });
}
