import type { Box } from '#model';
import { isContainer, type Thing } from './drawn.ts';
import { type Insets, overlaps } from './effective-layout.ts';
import { measures } from './measures.ts';
import { isService } from './services.ts';

/** A place on the drawing or in a container, in CSS pixels. */
export type Point = Pick<Box, 'x' | 'y'>;

/** A thing where it stands, or is wanted to. */
export interface Standing {
  readonly thing: Thing;
  readonly box: Box;
}

export interface Ground extends Insets {
  readonly width: number;
  readonly height: number;
}

/** Whether a box begins where things of a container may stand: not on its header, nor on its left edge. */
export const isOnGround = ({ x, y }: Point, ground: Ground | undefined): boolean =>
  !ground || (x >= ground.left && y >= ground.top);

/**
 * Things as near as can be to where they are wanted, all moved by the same so that they keep their shape: in a line with
 * another, where the whole of them overlaps nothing and their container, which costs `dear`, need not grow for them.
 * Where there is no such place they stand below everything.
 */
export function placeNear(
  block: readonly Standing[],
  placed: readonly Standing[],
  ground: Ground | undefined,
  dear: Point,
): readonly Standing[] {
  const lead = block.find(({ thing }) => isContainer(thing)) ?? block[0];
  if (!lead) return [];
  const { thing } = lead;
  const wanted = frameOf(block);
  const isFree = (box: Box) =>
    isOnGround(box, ground) &&
    placed.every((one) => isFarFrom(box, one.box) || !overlaps(withGap(thing, box, one.thing), one.box));
  const end = {
    x: mostOf(placed, rightOf, ground ? ground.width - ground.left : 0),
    y: mostOf(placed, bottomOf, ground ? ground.height - ground.bottom : 0),
  };
  const cost = (box: Box) =>
    distanceOf(wanted, box) +
    dear.x * Math.max(0, rightOf(box) - end.x) +
    dear.y * Math.max(0, bottomOf(box) - end.y);
  // There others may stand between them.
  const isWantedFree =
    isOnGround(wanted, ground) && block.every((one) => placed.every(({ box }) => !overlaps(one.box, box)));
  let best = isWantedFree ? wanted : undefined;
  if (best && cost(best) === 0) return block;
  for (const one of nearest(wanted, placed))
    for (const box of block.length > 1 ? levelLines(thing, wanted, one) : linesWith(thing, wanted, one))
      if ((!best || cost(box) < cost(best)) && isFree(box)) best = box;
  const below = placed.map((one) => bottomOf(one.box) + gapBetween(thing, one.thing).y);
  const { x, y } = best ?? { x: wanted.x, y: Math.max(wanted.y, ...below) };
  return cornerAt(block, { x, y });
}

/** A block elsewhere, its corner at a point. */
export function cornerAt(block: readonly Standing[], { x, y }: Point): readonly Standing[] {
  const from = frameOf(block);
  return block.map((one) => ({
    ...one,
    box: { ...one.box, x: one.box.x + x - from.x, y: one.box.y + y - from.y },
  }));
}

/** The least box around a block. */
export function frameOf(block: readonly Standing[]): Box {
  const x = Math.min(...block.map(({ box }) => box.x));
  const y = Math.min(...block.map(({ box }) => box.y));
  return {
    x,
    y,
    width: Math.max(...block.map(({ box }) => rightOf(box))) - x,
    height: Math.max(...block.map(({ box }) => bottomOf(box))) - y,
  };
}

/** Neighbours that a place is looked for beside. */
const mostNeighbours = 40;

/** The nearest first, of equally near ones the first. */
function nearest(wanted: Box, placed: readonly Standing[]): readonly Standing[] {
  const near: { readonly one: Standing; readonly distance: number }[] = [];
  for (const one of placed) {
    const distance = distanceOf(wanted, one.box);
    const farthest = near[mostNeighbours - 1]?.distance ?? Number.POSITIVE_INFINITY;
    if (distance >= farthest) continue;
    let at = near.length;
    while (at > 0 && (near[at - 1]?.distance ?? 0) > distance) at -= 1;
    near.splice(at, 0, { one, distance });
    near.length = Math.min(near.length, mostNeighbours);
  }
  return near.map(({ one }) => one);
}

const mostOf = (placed: readonly Standing[], edgeOf: (box: Box) => number, least: number): number =>
  placed.reduce((most, { box }) => Math.max(most, edgeOf(box)), least);

/** Right of a thing, below it, left of it and above it. */
function linesWith(thing: Thing, size: Box, { thing: other, box }: Standing): readonly Box[] {
  const gap = gapBetween(thing, other);
  return [
    { ...size, x: box.x + box.width + gap.x, y: box.y },
    { ...size, x: box.x, y: box.y + box.height + gap.y },
    { ...size, x: box.x - gap.x - size.width, y: box.y },
    { ...size, x: box.x, y: box.y - gap.y - size.height },
  ];
}

/** Likewise, and as far along as is wanted: what is a copy of several things stands level with them. */
const levelLines = (thing: Thing, wanted: Box, one: Standing): readonly Box[] =>
  linesWith(thing, wanted, one).flatMap((box, side) => [
    side % 2 === 0 ? { ...box, y: wanted.y } : { ...box, x: wanted.x },
    box,
  ]);

/** Too far for any gap between two things, of which that between networks is the widest. */
const isFarFrom = (box: Box, other: Box): boolean =>
  box.x - rightOf(other) > measures.networkGap ||
  other.x - rightOf(box) > measures.networkGap ||
  box.y - bottomOf(other) > measures.networkGap ||
  other.y - bottomOf(box) > measures.networkGap;

function withGap(thing: Thing, { x, y, width, height }: Box, other: Thing): Box {
  const gap = gapBetween(thing, other);
  return { x: x - gap.x + 1, y: y - gap.y + 1, width: width + 2 * gap.x - 2, height: height + 2 * gap.y - 2 };
}

/** Room between two things, as the arrangement leaves it. */
export function gapBetween(one: Thing, other: Thing): Point {
  const containers = [one, other].filter(isContainer);
  const isInNetwork = containers.some(({ kind }) => kind === 'subnet');
  const { networkGap, rowGap, linkGap, serviceGap, subnet, virtualNetwork } = measures;
  if (isInNetwork) return { x: virtualNetwork.columnGap, y: virtualNetwork.gap };
  if (containers.length === 2) return { x: networkGap, y: rowGap };
  if (containers.length === 1) return { x: linkGap, y: 28 };
  return isService(one) ? { x: 12, y: serviceGap } : { x: subnet.columnGap, y: subnet.rowGap };
}

export const rightOf = (box: Box): number => box.x + box.width;
export const bottomOf = (box: Box): number => box.y + box.height;

export const distanceOf = (one: Box, other: Box): number =>
  Math.abs(one.x + one.width / 2 - other.x - other.width / 2) +
  Math.abs(one.y + one.height / 2 - other.y - other.height / 2);
