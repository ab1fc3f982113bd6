import { useStore } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { useDetail } from './nodes/use-detail.ts';

interface Shown {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Where there is no room above. */
  readonly isBelow: boolean;
}

/** Half of the widest tip, in pixels of the screen, so that none leaves the canvas. */
const half = 168;
/** As high as a tip of two lines, and its distance. */
const above = 56;
const gap = 6;

/** What an element says of itself, and where that is to be told. */
function tipOf(thing: Element, canvas: Element): Shown {
  const { left, top, width } = canvas.getBoundingClientRect();
  const box = thing.getBoundingClientRect();
  const isBelow = box.top - top < above;
  return {
    text: thing.ariaLabel ?? '',
    x: Math.max(half, Math.min(box.left + box.width / 2 - left, width - half)),
    y: (isBelow ? box.bottom + gap : box.top - gap) - top,
    isBelow,
  };
}

/** Says what a pointer or the focus has come to, where that is not read in place: a sign's finding, what pressing a missing part does, and far out any thing. */
export function Tip() {
  const canvas = useStore((state) => state.domNode);
  const isFar = useDetail() === 'colour';
  const [shown, show] = useState<Shown>();
  useEffect(() => {
    if (!canvas) return;
    const listening = new AbortController();
    const listen = (type: keyof HTMLElementEventMap, hear: (event: Event) => void) =>
      canvas.addEventListener(type, hear, { signal: listening.signal, passive: true });
    const named = isFar ? '.canvas-marker, .canvas-item' : '.canvas-marker, .canvas-item--ghost';
    const find = ({ target }: Event) => {
      const thing = target instanceof Element ? target.closest('[aria-label]') : null;
      show(thing?.matches(named) ? tipOf(thing, canvas) : undefined);
    };
    const hide = () => show(undefined);
    listen('pointerover', (event) => {
      if ((event as PointerEvent).buttons === 0) find(event);
    });
    listen('focusin', (event) => {
      if ((event.target as Element).matches(':focus-visible')) find(event);
    });
    for (const type of ['pointerleave', 'pointerdown', 'focusout', 'wheel'] as const) listen(type, hide);
    // Escape dismisses it, and what other keys do may move or remove what it is about.
    window.addEventListener('keydown', hide, { capture: true, passive: true, signal: listening.signal });
    return () => listening.abort();
  }, [canvas, isFar]);
  if (!shown) return null;
  const { text, x, y, isBelow } = shown;
  return (
    <div className="canvas-tip" data-is-below={isBelow} style={{ left: x, top: y }} aria-hidden="true">
      {text}
    </div>
  );
}
