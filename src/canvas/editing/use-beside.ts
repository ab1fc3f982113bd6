import { type RefObject, useLayoutEffect, useRef } from 'react';
import { sideOf, topBeside } from './beside.ts';

/**
 * Puts a card beside what it speaks of, where that is on screen and has room at a side: what is asked about is seen while
 * it is answered. Else the card stays where the style sheet has it.
 */
export function useBeside(id: string | undefined): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const card = ref.current;
    const ground = card?.offsetParent;
    if (!card || !ground || id === undefined) return;
    const node = ground.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
    if (!node) return;
    const { left, top, width, height } = ground.getBoundingClientRect();
    const seen = node.getBoundingClientRect();
    const thing = { left: seen.left - left, top: seen.top - top, width: seen.width, height: seen.height };
    const side = sideOf(thing, { width });
    if (!side) return;
    card.style.translate = 'none';
    card.style.left = `${side.left}px`;
    card.style.width = `${side.width}px`;
    card.style.top = `${topBeside(thing, card.offsetHeight, { height })}px`;
  }, [id]);
  return ref;
}
