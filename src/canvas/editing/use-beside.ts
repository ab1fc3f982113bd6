import { type RefObject, useLayoutEffect, useRef } from 'react';
import { sideOf, topBeside } from './beside.ts';

/** Frames in which something new may appear, and a view that moves comes to rest. */
const patience = 60;

/** Puts the card beside the item; says where that is, `undefined` where it is not on screen. */
function place(card: HTMLElement, id: string): string | undefined {
  const ground = card.offsetParent;
  const node = ground?.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  if (!ground || !node) return undefined;
  const { left, top, width, height } = ground.getBoundingClientRect();
  const seen = node.getBoundingClientRect();
  const thing = { left: seen.left - left, top: seen.top - top, width: seen.width, height: seen.height };
  const side = sideOf(thing, { width });
  if (side) {
    card.style.translate = 'none';
    card.style.left = `${side.left}px`;
    card.style.width = `${side.width}px`;
    card.style.top = `${topBeside(thing, card.offsetHeight, { height })}px`;
  }
  return JSON.stringify([thing, width, height]);
}

/**
 * Keeps a card beside what it speaks of, where that is on screen and has room at a side: what is asked about is seen
 * while it is answered. Else the card stays where the style sheet has it.
 */
export function useBeside(id: string | undefined): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const card = ref.current;
    if (!card || id === undefined) return;
    let frame = 0;
    const follow = (before: string | undefined, left: number) => {
      const now = place(card, id);
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
  }, [id]);
  return ref;
}
