import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useAppStore } from '#ui';
import { type Sight, sightOf } from '../ground/sight.ts';
import { sceneStoreOf } from '../scene-store.ts';

/** Frames in which something new may appear, and a view that moves comes to rest. */
const patience = 60;

/** How much better a card stands far away than over what it is about, or over what it offers. */
const weights = { thing: 8, offered: 4 } as const;

/** Where an item is, `undefined` where it is not on screen. */
function frameOf(id: string, sight: Sight) {
  const node = document.querySelector(`.canvas-surface .react-flow__node[data-id="${CSS.escape(id)}"]`);
  return node ? sight.frameOf(node.getBoundingClientRect()) : undefined;
}

/**
 * Keeps a card near what it speaks of, and over neither that nor what else it names as far as there is room: what is asked
 * about is seen while it is answered. Else the card stays where the style sheet has it.
 */
export function useBeside(
  id: string | undefined,
  offered: readonly string[] = [],
): RefObject<HTMLElement | null> {
  const app = useAppStore();
  const ref = useRef<HTMLElement>(null);
  const named = JSON.stringify(offered);
  useLayoutEffect(() => {
    const card = ref.current;
    if (!card || id === undefined) return;
    let frame = 0;
    /** Says what the place depends on. */
    const place = (): string | undefined => {
      const sight = sightOf();
      const near = sight && frameOf(id, sight);
      if (!near) return undefined;
      const others = (JSON.parse(named) as string[]).flatMap((one) => frameOf(one, sight) ?? []);
      const { scene } = sceneStoreOf(app).getState();
      const spot = sight.spotFor(card, near, scene, [
        { ...near, weight: weights.thing },
        ...others.map((one) => ({ ...one, weight: weights.offered })),
      ]);
      card.style.translate = 'none';
      card.style.inset = `${spot.y}px auto auto ${spot.x}px`;
      return JSON.stringify([near, sight.room, card.offsetHeight]);
    };
    const follow = (before: string | undefined, left: number) => {
      const now = place();
      if (left > 0 && (now === undefined || now !== before))
        frame = requestAnimationFrame(() => follow(now, left - 1));
    };
    // Tells of the first size, too, and of the room that a panel takes which opens later.
    const resized = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      follow(undefined, patience);
    });
    if (card.offsetParent) resized.observe(card.offsetParent);
    else follow(undefined, patience);
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
    };
  }, [app, id, named]);
  return ref;
}
