import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Point, Scene } from '#drawing';
import { useAppStore } from '#ui';
import { type Sight, sightOf } from '../ground/sight.ts';
import { linesIn, onceFor } from '../ground/words.ts';
import { sceneStoreOf } from '../scene-store.ts';

/** Frames in which something new may appear, and a view that moves comes to rest. */
const patience = 60;

/** Kept free around what a card is about, in CSS pixels. */
const gap = 10;

/** How much better a card stands far away than over what it is about, what it offers, a place or its head, or a line. */
const weights = { thing: 8, offered: 4, place: 0.6, head: 4, line: 4 } as const;

/** Networks and subnets: in a region there is free ground. */
const placesIn = onceFor(({ items }: Scene) =>
  items.filter(({ role, parent }) => role === 'container' && parent !== undefined),
);

/** Where networks and subnets say what they are, in the drawing's pixels. */
const headHeight = 34;

const headsIn = onceFor((scene: Scene) =>
  placesIn(scene).map(({ x, y, width, height }) => ({ x, y, width, height: Math.min(headHeight, height) })),
);

/** Where an item is, `undefined` where it is not on screen. */
function frameOf(id: string, sight: Sight) {
  const node = document.querySelector(`.canvas-surface .react-flow__node[data-id="${CSS.escape(id)}"]`);
  return node ? sight.frameOf(node.getBoundingClientRect()) : undefined;
}

/**
 * Keeps a card near what it speaks of, and over neither that nor what else it names as far as there is room: what is asked
 * about is seen while it is answered. What was asked for by a pointer stands near where that let go, in the window's
 * pixels. Else the card stays where the style sheet has it.
 */
export function useBeside(
  id: string | undefined,
  offered: readonly string[] = [],
  at?: Point,
  /** Whether it may stand in networks and subnets: free ground there is better than a place far away. */
  isInPlaces = false,
): RefObject<HTMLElement | null> {
  const app = useAppStore();
  const ref = useRef<HTMLElement>(null);
  const named = JSON.stringify(offered);
  const { x: atX, y: atY } = at ?? {};
  useLayoutEffect(() => {
    const card = ref.current;
    if (!card || id === undefined) return;
    let frame = 0;
    /** Says what the place depends on. */
    const place = (): string | undefined => {
      const sight = sightOf();
      const box = sight && frameOf(id, sight);
      if (!box) return undefined;
      // With the halo of what is chosen, and room to see it by.
      const near = {
        x: box.x - gap,
        y: box.y - gap,
        width: box.width + 2 * gap,
        height: box.height + 2 * gap,
      };
      const others = (JSON.parse(named) as string[]).flatMap((one) => frameOf(one, sight) ?? []);
      const { scene } = sceneStoreOf(app).getState();
      const pointed =
        atX === undefined || atY === undefined
          ? near
          : sight.frameOf({ x: atX - gap, y: atY - gap, width: 2 * gap, height: 2 * gap });
      const spot = sight.spotFor(card, pointed, scene, [
        { ...near, weight: weights.thing },
        ...others.map((one) => ({ ...one, weight: weights.offered })),
        ...(isInPlaces ? [] : placesIn(scene)).map((one) => ({
          ...sight.drawnAt(one),
          weight: weights.place,
        })),
        ...headsIn(scene).map((one) => ({ ...sight.drawnAt(one), weight: weights.head })),
        ...linesIn(scene).map((one) => ({ ...sight.drawnAt(one), weight: weights.line })),
      ]);
      const parent = card.offsetParent?.getBoundingClientRect() ?? sight.room;
      card.style.translate = 'none';
      card.style.inset = `${spot.y + sight.room.y - parent.y}px auto auto ${spot.x + sight.room.x - parent.x}px`;
      return JSON.stringify([near, sight.room, card.offsetHeight]);
    };
    const follow = (before: string | undefined, left: number) => {
      const now = place();
      if (left > 0 && (now === undefined || now !== before))
        frame = requestAnimationFrame(() => follow(now, left - 1));
    };
    const placeAnew = () => {
      cancelAnimationFrame(frame);
      follow(undefined, patience);
    };
    // Tells of the first size, too, and of the room that a panel takes which opens later.
    const resized = new ResizeObserver(placeAnew);
    // What is found at something new is drawn after it, and is not to be covered either.
    const leaveScene = sceneStoreOf(app).subscribe((now, before) => {
      if (now.scene !== before.scene) placeAnew();
    });
    if (card.offsetParent) resized.observe(card.offsetParent);
    else follow(undefined, patience);
    return () => {
      cancelAnimationFrame(frame);
      leaveScene();
      resized.disconnect();
    };
  }, [app, id, named, atX, atY, isInPlaces]);
  return ref;
}
