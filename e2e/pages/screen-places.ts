import type { Page } from '@playwright/test';

interface Place {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the things of a design are on the screen, and how it is seen. */
interface ScreenPlaces {
  readonly zoom: number;
  /** Of the corner of the drawing. */
  readonly x: number;
  readonly y: number;
  readonly canvas: Place;
  /** What floats over the canvas. */
  readonly bars: readonly Place[];
  readonly things: Readonly<Record<string, Place>>;
}

const placesNow = (page: Page): Promise<ScreenPlaces> =>
  page.evaluate(() => {
    const placeOf = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return {
        name: (element.getAttribute('aria-label') ?? '').split(',')[0] ?? '',
        left,
        top,
        right,
        bottom,
      };
    };
    const canvas = document.querySelector('.react-flow');
    const viewport = document.querySelector('.react-flow__viewport');
    if (!canvas || !viewport) throw new Error('Nothing is drawn');
    const { a: zoom, e, f } = new DOMMatrix(getComputedStyle(viewport).transform);
    const ground = placeOf(canvas);
    return {
      zoom,
      x: e + ground.left,
      y: f + ground.top,
      canvas: ground,
      bars: [...document.querySelectorAll('[data-floats]')].map(placeOf),
      things: Object.fromEntries(
        [...document.querySelectorAll('.react-flow__node[role=group]')].map((thing) => [
          thing.getAttribute('data-id'),
          placeOf(thing),
        ]),
      ),
    };
  });

/** Where everything is once nothing has moved for half a second. */
export async function restingPlaces(page: Page): Promise<ScreenPlaces> {
  let places = await placesNow(page);
  for (let still = 0; still < 5; ) {
    await page.waitForTimeout(100);
    const next = await placesNow(page);
    still = JSON.stringify(next) === JSON.stringify(places) ? still + 1 : 0;
    places = next;
  }
  return places;
}

const shiftOf = (before: Place, after: Place) => ({ x: after.left - before.left, y: after.top - before.top });

/** Parts of a pixel that browsers round away. */
const isNone = (length: number) => Math.abs(length) < 0.6;

const isMoved = ({ x, y }: { x: number; y: number }) => !(isNone(x) && isNone(y));

const meets = (one: Place, other: Place, gap: number) =>
  one.left - gap < other.right &&
  other.left < one.right + gap &&
  one.top - gap < other.bottom &&
  other.top < one.bottom + gap;

const holds = (one: Place, other: Place) =>
  one.left <= other.left && one.top <= other.top && one.right >= other.right && one.bottom >= other.bottom;

/** The same seen from elsewhere, so that what lies still on the drawing lies still on the screen. */
const seenFrom = (places: ScreenPlaces, { x, y }: Pick<ScreenPlaces, 'x' | 'y'>): ScreenPlaces['things'] => {
  const by = { x: x - places.x, y: y - places.y };
  return Object.fromEntries(
    Object.entries(places.things).map(([id, { name, left, top, right, bottom }]) => [
      id,
      { name, left: left + by.x, top: top + by.y, right: right + by.x, bottom: bottom + by.y },
    ]),
  );
};

/**
 * Whether the view moved for nothing: although all that came would have been in sight, nothing hidden came into sight by
 * it, and it did not go back to where it was before something made it move.
 */
export function isPannedForNothing(
  before: ScreenPlaces,
  after: ScreenPlaces,
  earlier: readonly ScreenPlaces[] = [],
): boolean {
  const isElsewhere = ({ x, y }: ScreenPlaces) => isMoved({ x: after.x - x, y: after.y - y });
  if (!isElsewhere(before) || !earlier.every(isElsewhere)) return false;
  const isHidden = (place: Place | undefined) =>
    !place || !holds(after.canvas, place) || after.bars.some((bar) => meets(bar, place, 0));
  return !Object.entries(seenFrom(after, before)).some(
    ([id, place]) => isHidden(place) && (!before.things[id] || !isHidden(after.things[id])),
  );
}

/** Names of what moved on the drawing although nothing took its place, or that of what holds it, or gave it back. */
export function movedForNothing(before: ScreenPlaces, after: ScreenPlaces): readonly string[] {
  const back = movedAside(after, before);
  return [...movedAside(before, after)]
    .filter((id) => back.has(id))
    .map((id) => before.things[id]?.name ?? id);
}

/** What moved although nothing that came, grew or moved wants its place. */
function movedAside(before: ScreenPlaces, after: ScreenPlaces): ReadonlySet<string> {
  const gap = 64 * after.zoom;
  const things = seenFrom(after, before);
  const changed = Object.entries(things).flatMap(([id, now]) => {
    const past = before.things[id];
    const by = past && shiftOf(past, now);
    const hasGrown = past && !(isNone(now.right - past.right) && isNone(now.bottom - past.bottom));
    return !by || hasGrown || isMoved(by) ? [{ past, now, by }] : [];
  });
  const aside = Object.entries(before.things).filter(([id, past]) => {
    const now = things[id];
    const by = now && shiftOf(past, now);
    if (!now || !by || !isMoved(by)) return false;
    return !changed.some((other) => {
      if (other.now === now) return false;
      const isCarried =
        other.past &&
        other.by &&
        holds(other.past, past) &&
        !isMoved({ x: other.by.x - by.x, y: other.by.y - by.y });
      return isCarried || (!holds(other.past ?? other.now, past) && meets(past, other.now, gap));
    });
  });
  return new Set(aside.map(([id]) => id));
}
