import { useOnViewportChange, useStore } from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useAppStore } from '#ui';
import { sightOf } from './ground/sight.ts';
import { useDetail } from './nodes/use-level.ts';
import { sceneStoreOf } from './scene-store.ts';

/** Kept free around what it is about, in CSS pixels. */
const gap = 6;

/** From farther away it would be read as being about something else, in CSS pixels. */
const within = 16;

/** What an element says of itself, beside it. */
function Said({ of: thing }: { of: Element }) {
  const app = useAppStore();
  const tip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const sight = sightOf();
    if (!tip.current || !sight) return;
    const { x, y, width, height } = sight.frameOf(thing.getBoundingClientRect());
    const near = { x: x - gap, y: y - gap, width: width + 2 * gap, height: height + 2 * gap };
    const { scene } = sceneStoreOf(app).getState();
    const spot = sight.spotFor(tip.current, near, scene, [{ ...near, weight: 8 }], { within });
    tip.current.style.translate = `${spot.x}px ${spot.y}px`;
  }, [app, thing]);
  return (
    <div ref={tip} className="canvas-tip" aria-hidden="true">
      {thing.ariaLabel}
    </div>
  );
}

/** Says what a pointer or the focus has come to, where that is not read in place: a sign's finding, what pressing a missing part does, who gets through to a place on the internet, and far out any thing. */
export function Tip() {
  const canvas = useStore((state) => state.domNode);
  const isFar = useDetail() === 'far';
  const [shown, show] = useState<Element | undefined>();
  const hide = useCallback(() => show(undefined), []);
  // What it stands beside is elsewhere then.
  useOnViewportChange({ onStart: hide });
  useEffect(() => {
    if (!canvas) return;
    const listening = new AbortController();
    const listen = (type: keyof HTMLElementEventMap, hear: (event: Event) => void) =>
      canvas.addEventListener(type, hear, { signal: listening.signal, passive: true });
    const near = '.canvas-item--ghost, .canvas-item--chip';
    const named = `.canvas-marker, .canvas-edge-button, ${isFar ? '.canvas-item' : near}`;
    const find = ({ target }: Event) => {
      const thing = target instanceof Element ? target.closest('[aria-label]') : null;
      show(thing?.matches(named) ? thing : undefined);
    };
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
  }, [canvas, isFar, hide]);
  // Beside the canvas, over what floats on it.
  const ground = canvas?.parentElement;
  return shown && ground ? createPortal(<Said key={shown.ariaLabel} of={shown} />, ground) : null;
}
