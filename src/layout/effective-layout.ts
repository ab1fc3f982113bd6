import type { Box, Design } from '#model';
import { arrangeDrawn, inDocument } from './arrange.ts';
import { cardsAround } from './cards.ts';
import { type Derived, drawnOf, isContainer, type Thing } from './drawn.ts';
import { measures } from './measures.ts';
import type { Packing } from './pack.ts';
import { hostedTop } from './pack-hosted.ts';
import { networkHeader } from './pack-network.ts';
import { isRunBeneath } from './pack-scope.ts';
import { subnetTop } from './pack-subnet.ts';

export interface Insets {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** Kept between boxes that had to make way. */
const apart = 10;

/**
 * Where everything is drawn: what a person placed stays where it was put, everything else is arranged, and makes
 * way. Containers grow with their contents and never shrink below them. Coordinates as in `arrange`.
 */
export function effectiveLayout(design: Design, derived: Derived = {}): Readonly<Record<string, Box>> {
  const { ghosts = [] } = derived;
  const drawn = drawnOf(design, derived);
  const arranged = arrangeDrawn(design, drawn, ghosts);
  const boxes = new Map(arranged);
  const hasPlaced = drawn.roots.length > 0 && Object.keys(design.layout).some((id) => arranged.has(id));
  if (!hasPlaced) return Object.fromEntries(inDocument(drawn, boxes));
  const packing: Packing = { design, ghosts, boxes, rankOf: () => 0, serviceRank: () => 0 };
  for (const root of drawn.roots) settleInside(packing, root);
  settle(packing, drawn.roots, undefined);
  for (const [id, box] of cardsAround(packing, drawn)) boxes.set(id, box);
  return Object.fromEntries(inDocument(drawn, boxes));
}

/** Places the contents of a container, inner ones first, then sizes the container around them. */
function settleInside(packing: Packing, thing: Thing): void {
  const arranged = packing.boxes.get(thing.id);
  if (!isContainer(thing) || !arranged) return;
  for (const child of thing.children) settleInside(packing, child);
  const stored = packing.design.layout[thing.id];
  const insets = insetsOf(packing, thing, stored?.width ?? arranged.width);
  const hasMoved = settle(packing, thing.children, insets, thing.hosted && (stored ?? 'nowhere'));
  const needed = extent(packing, thing.children, insets);
  const least = stored ?? (hasMoved ? { width: 0, height: 0 } : arranged);
  packing.boxes.set(thing.id, {
    ...arranged,
    width: Math.max(least.width, needed.width, Math.min(arranged.width, minimumWidth(thing))),
    height: Math.max(least.height, needed.height),
  });
}

const minimumWidth = (thing: Thing): number =>
  thing.hosted
    ? measures.hosted.minimum
    : thing.kind === 'subnet'
      ? measures.subnet.minimum
      : Math.max(
          measures.virtualNetwork.minimum,
          thing.kind === 'virtual-network' ? Math.ceil(networkHeader(thing)) : 0,
        );

/** Placed things first, in document order; then the others, each at the first free place below or beside its own. */
function settle(
  packing: Packing,
  things: readonly Thing[],
  insets: Insets | undefined,
  hosted?: Box | 'nowhere',
): boolean {
  const layout = hosted ? insideOf(packing.design.layout, things, hosted) : packing.design.layout;
  const taken: Box[] = [];
  let hasMoved = false;
  const isPlaced = (thing: Thing) => layout[thing.id] !== undefined;
  for (const thing of [...things.filter(isPlaced), ...things.filter((one) => !isPlaced(one))]) {
    const own = packing.boxes.get(thing.id);
    if (!own) continue;
    const wanted = layout[thing.id] ?? own;
    const start = {
      ...own,
      x: Math.max(wanted.x, insets?.left ?? wanted.x),
      y: Math.max(wanted.y, insets?.top ?? wanted.y),
    };
    const box = freePlace(start, taken);
    hasMoved ||= box.x !== own.x || box.y !== own.y;
    packing.boxes.set(thing.id, box);
    taken.push(box);
  }
  return hasMoved;
}

/**
 * The stored boxes of what a hosted network holds, from its corner: they are kept in the coordinates of what it lies in.
 * None where it was never placed itself: they were placed before it was drawn.
 */
const insideOf = (
  layout: Design['layout'],
  things: readonly Thing[],
  hosted: Box | 'nowhere',
): Design['layout'] =>
  hosted === 'nowhere'
    ? {}
    : Object.fromEntries(
        things.flatMap(({ id }) => {
          const box = layout[id];
          return box ? [[id, { ...box, x: box.x - hosted.x, y: box.y - hosted.y }]] : [];
        }),
      );

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Only ever moves right or down, so it ends. */
function freePlace(wanted: Box, taken: readonly Box[]): Box {
  let box = wanted;
  for (;;) {
    const current = box;
    const blocking = taken.find((other) => overlaps(current, other));
    if (!blocking) return box;
    const down = blocking.y + blocking.height + apart;
    const right = blocking.x + blocking.width + apart;
    box = down - box.y <= right - box.x ? { ...box, y: down } : { ...box, x: right };
  }
}

export function extent(packing: Packing, things: readonly Thing[], insets: Insets) {
  let width = 0;
  let height = insets.top;
  for (const thing of things) {
    const box = packing.boxes.get(thing.id);
    if (!box) continue;
    width = Math.max(width, box.x + box.width + insets.left);
    height = Math.max(height, box.y + box.height + insets.bottom);
  }
  return { width, height: things.length === 0 ? height + insets.bottom : height };
}

export function insetsOf(packing: Packing, thing: Thing, width: number): Insets {
  switch (thing.kind) {
    case 'subnet': {
      const { inset, foot } = measures.subnet;
      const hasNodes = thing.children.length > 0;
      return { left: inset, top: subnetTop(packing, thing, width), bottom: hasNodes ? foot + 6 : foot };
    }
    case 'region': {
      const { inset, header, foot } = measures.region;
      return { left: inset, top: header, bottom: isRunBeneath(thing, false) ? foot : inset };
    }
    case 'on-premises-network': {
      const { inset, header } = measures.onPremises;
      return { left: inset, top: header, bottom: inset };
    }
    default: {
      if (thing.hosted) {
        const { inset } = measures.hosted;
        return { left: inset, top: hostedTop(thing.hosted, width), bottom: inset };
      }
      const { inset, header } = measures.virtualNetwork;
      return { left: inset, top: header, bottom: inset };
    }
  }
}
