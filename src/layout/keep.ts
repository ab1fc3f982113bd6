import { type Box, type Design, findResource, isAlike, type ResourceId } from '#model';
import { arrangeDrawn } from './arrange.ts';
import { boxesOnDrawing } from './boxes-on-drawing.ts';
import { type Derived, type Drawn, drawnOf, isContainer, isContainerKind, type Thing } from './drawn.ts';
import { effectiveLayout, extent, insetsOf } from './effective-layout.ts';
import { evenColumns } from './even-columns.ts';
import type { Packing } from './pack.ts';
import {
  bottomOf,
  cornerAt,
  distanceOf,
  frameOf,
  type Ground,
  gapBetween,
  isOnGround,
  type Point,
  placeNear,
  rightOf,
  type Standing,
} from './place-near.ts';
import { shiftOf } from './shift-with-services.ts';

type Boxes = Readonly<Record<string, Box>>;

/** A design as it was drawn. */
export interface Drawing {
  readonly design: Design;
  readonly derived: Derived;
  readonly boxes: Boxes;
}

/**
 * The layout of a design that came of another by an edit: what was drawn stays where it was and moves only to make room,
 * what is new stands near where it would be arranged.
 */
export function keptLayout(before: Drawing, after: Design, derived: Derived): Boxes {
  const boxes = keptBoxes(before, after, derived);
  const missing = new Set(derived.ghosts?.map(({ id }) => id));
  const kept: Record<string, Box> = { ...after.layout };
  for (const [id, box] of Object.entries(boxes)) {
    const known = kept[id];
    // Every step of the history has a layout: they share what they have in common.
    if (!missing.has(id) && !(known && isAlike(known, box))) kept[id] = box;
  }
  return kept;
}

function keptBoxes(before: Drawing, after: Design, derived: Derived): Boxes {
  // What was only put elsewhere makes its own room.
  const isSizeKept = !Object.keys(after.layout).some((id) => isResized({ before, after }, id));
  if (after.resources === before.design.resources && isSizeKept) return { ...before.boxes, ...after.layout };
  const drawn = drawnOf(after, derived);
  const { roots } = drawnOf(before.design, before.derived);
  const onDrawing = boxesOnDrawing(roots, before.boxes);
  const stayed = stayedIn({ before, homes: homesIn(roots), onDrawing, after, derived }, drawn);
  return effectiveLayout({ ...after, layout: stayed }, derived);
}

/** In which container each thing is drawn. */
function homesIn(roots: readonly Thing[]): ReadonlyMap<string, string | undefined> {
  const homes = new Map<string, string | undefined>();
  const visit = (things: readonly Thing[], home: string | undefined) => {
    for (const { id, children } of things) {
      homes.set(id, home);
      visit(children, id);
    }
  };
  visit(roots, undefined);
  return homes;
}

interface Edit {
  readonly before: Drawing;
  readonly after: Design;
}

interface Keeping extends Edit {
  readonly homes: ReadonlyMap<string, string | undefined>;
  /** Boxes as they were, from the corner of the drawing. */
  readonly onDrawing: ReadonlyMap<string, Box>;
  readonly derived: Derived;
}

/** Where everything would stay, and what is new stand: a layout of the document. */
function stayedIn(keeping: Keeping, drawn: Drawn): Boxes {
  const { before, after, derived } = keeping;
  const ghosts = derived.ghosts ?? [];
  const boxes = new Map(arrangeDrawn(after, drawn, ghosts));
  const packing: Packing = { design: after, ghosts, boxes, rankOf: () => 0, serviceRank: () => 0 };
  for (const root of drawn.roots) stayInside(keeping, packing, root);
  stay(keeping, packing, drawn.roots, undefined);
  const stored: Record<string, Box> = { ...after.layout };
  const store = (things: readonly Thing[]) => {
    for (const { id, ghost, hosted, children } of things) {
      const box = boxes.get(id);
      const old = before.boxes[id];
      if (!box || ghost) continue;
      stored[id] = box;
      if (!hosted) store(children);
      else if (old)
        for (const child of children) {
          const inside = before.boxes[child.id];
          if (inside && keeping.homes.get(child.id) === id)
            stored[child.id] = { ...inside, x: inside.x + box.x - old.x, y: inside.y + box.y - old.y };
        }
    }
  };
  store(drawn.roots);
  return stored;
}

/** Inner containers first, because they may grow. */
function stayInside(keeping: Keeping, packing: Packing, thing: Thing): void {
  const arranged = packing.boxes.get(thing.id);
  if (!isContainer(thing) || !arranged || thing.hosted) return;
  for (const child of thing.children) stayInside(keeping, packing, child);
  evenColumns(packing, thing, (child) =>
    keeping.homes.get(child.id) === thing.id ? keeping.before.boxes[child.id] : undefined,
  );
  const isKnown = keeping.homes.has(thing.id) || thing.children.some(({ id }) => keeping.after.layout[id]);
  if (!isKnown) return;
  const old = sizeOf(keeping, thing) ?? arranged;
  const insets = insetsOf(packing, thing, old.width);
  stay(keeping, packing, thing.children, thing);
  const needed = extent(packing, thing.children, insets);
  packing.boxes.set(thing.id, {
    ...arranged,
    width: Math.max(old.width, needed.width),
    height: Math.max(old.height, needed.height),
  });
}

/** As a thing was drawn; of what is new or was given another size, as the edit has it. */
const sizeOf = (keeping: Keeping, { id }: Thing): Box | undefined => {
  const { before, after } = keeping;
  return isResized(keeping, id) ? after.layout[id] : (before.boxes[id] ?? after.layout[id]);
};

/** Whether the edit itself put a thing somewhere. */
function isPut({ before, after }: Edit, id: string): boolean {
  const [past, now] = [before.design.layout[id], after.layout[id]];
  return now !== undefined && !(past && isAlike(past, now));
}

/** Whether the edit gave another size to a container that was drawn. */
function isResized({ before, after }: Edit, id: string): boolean {
  const [was, now] = [before.boxes[id], after.layout[id]];
  if (!was || !now || (was.width === now.width && was.height === now.height)) return false;
  return isPut({ before, after }, id) && isContainerKind(findResource(after, id as ResourceId)?.kind);
}

/** A thing with its box, and where it was drawn before. */
interface Placed extends Standing {
  readonly was: Box;
}

function stay(keeping: Keeping, packing: Packing, things: readonly Thing[], home: Thing | undefined): void {
  const around = home && (sizeOf(keeping, home) ?? packing.boxes.get(home.id));
  const insets = home && around && insetsOf(packing, home, around.width);
  const isOld = (thing: Thing) =>
    keeping.homes.has(thing.id) &&
    keeping.homes.get(thing.id) === home?.id &&
    (!isPut(keeping, thing.id) || isResized(keeping, thing.id));
  const arranged = new Map(
    things.flatMap((thing) => {
      const box = packing.boxes.get(thing.id);
      return box ? [[thing, box] as const] : [];
    }),
  );
  const old = [...arranged].flatMap(([thing, box]): Placed[] => {
    const was = isOld(thing) ? keeping.before.boxes[thing.id] : undefined;
    if (!was) return [];
    const { x, y } = isPut(keeping, thing.id) ? (keeping.after.layout[thing.id] ?? was) : was;
    return [
      {
        thing,
        was,
        box: { ...box, x: home ? x : x + shiftOf(keeping.before.boxes, packing, things, thing, was), y },
      },
    ];
  });
  // A header that became higher lowers all that is below it.
  const lower = Math.max(0, (insets?.top ?? 0) - Math.min(...old.map(({ box }) => box.y)));
  const placed = withRoom(old.map((one) => ({ ...one, box: { ...one.box, y: one.box.y + lower } })));
  const ground = around && insets && { ...insets, width: around.width, height: around.height };
  const dear = !home || home.kind === 'region' ? free : growing;
  const stayed = new Set(placed.map(({ thing }) => thing));
  const others = [...arranged].filter(([thing]) => !stayed.has(thing));
  for (const { things: block, hasPlace } of blocksOf(keeping, others, ground)) {
    const [first] = block;
    const own = first && packing.boxes.get(first.thing.id);
    if (!own) continue;
    const corner = () =>
      ghostPlace(keeping, first.thing, home, own) ??
      (ground && placed.length === 0
        ? { ...own, x: ground.left, y: ground.top }
        : besideNeighbours(own, placed, arranged));
    const wanted = hasPlace ? block : cornerAt(block, corner());
    for (const one of placeNear(wanted, placed, ground, dear)) placed.push({ ...one, was: one.box });
  }
  for (const { thing, box } of placed) packing.boxes.set(thing.id, box);
}

interface Block {
  readonly things: readonly Standing[];
  /** Whether it says where it is wanted, or has a shape alone. */
  readonly hasPlace: boolean;
}

/**
 * What is not where it was, in the order of its placing: what was copied together, or came together out of other
 * containers, in the shape that it had there, then each other thing on its own.
 */
function blocksOf(
  { homes, onDrawing, after }: Keeping,
  others: readonly (readonly [Thing, Box])[],
  ground: Ground | undefined,
): readonly Block[] {
  const copies: Standing[] = [];
  const comers: Standing[] = [];
  const single: Block[] = [];
  for (const [thing, own] of others) {
    const given = after.layout[thing.id];
    const { x, y } = given ?? onDrawing.get(thing.id) ?? own;
    const one = { thing, box: { ...own, x, y } };
    if (given && !homes.has(thing.id)) copies.push(one);
    else if (homes.has(thing.id) && !given) comers.push(one);
    else single.push({ things: [one], hasPlace: given !== undefined });
  }
  // Copies out of another container begin at its very corner, where nothing may stand.
  const hasPlace = isOnGround(frameOf(copies), ground);
  return [{ things: copies, hasPlace }, { things: comers, hasPlace: false }, ...single];
}

/** What was missing comes where it was missed. */
function ghostPlace(
  { before }: Keeping,
  { kind, resource }: Thing,
  home: Thing | undefined,
  own: Box,
): Box | undefined {
  const target = resource?.kind === 'private-endpoint' ? resource.target : undefined;
  const ghost = before.derived.ghosts?.find(
    (one) => one.kind === kind && one.parent === home?.id && one.target === target,
  );
  const box = ghost && before.boxes[ghost.id];
  return box && { ...own, x: box.x, y: box.y };
}

/** Where a thing would be arranged, from what it would be arranged nearest to. */
function besideNeighbours(own: Box, placed: readonly Placed[], arranged: ReadonlyMap<Thing, Box>): Box {
  let least = Number.POSITIVE_INFINITY;
  let by = { x: 0, y: 0 };
  for (const { thing, box } of placed) {
    const there = arranged.get(thing);
    const distance = there ? distanceOf(own, there) : least;
    if (!there || distance >= least) continue;
    least = distance;
    by = { x: box.x - there.x, y: box.y - there.y };
  }
  return { ...own, x: own.x + by.x, y: own.y + by.y };
}

/** What a container costs that grows: services stand right of networks, so that wider ones move more than taller ones. */
const growing: Point = { x: 4, y: 2 };
const free: Point = { x: 0, y: 0 };

/** What grew moves what was right of it or below it, as little as needs be, and that what is in its way in turn. */
function withRoom(things: readonly Placed[]): Placed[] {
  const placed = [...things];
  const queue = placed.flatMap(({ was, box }, at) =>
    box.width > was.width || box.height > was.height || box.x > was.x ? [at] : [],
  );
  let left = placed.length * 8;
  for (const at of queue)
    for (const [to, other] of placed.entries()) {
      const one = placed[at];
      const by = one && one !== other ? pushOf(one, other) : undefined;
      if (!by || left === 0) continue;
      left -= 1;
      placed[to] = { ...other, box: { ...other.box, x: other.box.x + by.x, y: other.box.y + by.y } };
      queue.push(to);
    }
  return placed;
}

/** How far one thing moves another so that the gap between them is as it was, as far as it has to be. */
function pushOf(one: Placed, other: Placed): Point | undefined {
  const least = leastGap(one.thing, other.thing);
  const right = other.was.x - rightOf(one.was);
  const below = other.was.y - bottomOf(one.was);
  const x = rightOf(one.box) + Math.min(right, least.x) - other.box.x;
  const y = bottomOf(one.box) + Math.min(below, least.y) - other.box.y;
  const isLevel = one.box.y < bottomOf(other.box) && other.box.y < bottomOf(one.box);
  const isAbove = one.box.x < rightOf(other.box) && other.box.x < rightOf(one.box);
  if (right >= 0 && below >= 0) {
    if (x <= 0 || y <= 0 || !(isLevel || isAbove)) return undefined;
    return x <= y ? { x, y: 0 } : { x: 0, y };
  }
  if (right >= 0) return isLevel && x > 0 ? { x, y: 0 } : undefined;
  return below >= 0 && isAbove && y > 0 ? { x: 0, y } : undefined;
}

/** The least of a gap that is left before what is beyond has to make room. */
const leastGap = (one: Thing, other: Thing): Point => {
  const gap = gapBetween(one, other);
  return isContainer(one) !== isContainer(other) ? { x: gap.x / 2, y: gap.y / 2 } : gap;
};
