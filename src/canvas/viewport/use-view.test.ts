import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Viewport } from './fitting.ts';
import { interrupt, Transition } from './transition.ts';
import { viewOf } from './use-view.ts';

const frames: ((now: number) => void)[] = [];
const frameAt = (now: number) => {
  for (const frame of frames.splice(0)) frame(now);
};

beforeEach(() => {
  frames.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames.length = 0;
  });
  vi.stubGlobal('window', { setTimeout, matchMedia: () => ({ matches: false }) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A view that only zooms, on an element of its own. */
function zooming() {
  const ground = {} as Element;
  let shown: Viewport = { x: 0, y: 0, zoom: 1 };
  const setViewport = async (to: Viewport, { duration = 0 } = {}) => {
    const from = shown.zoom;
    new Transition(ground).duration(duration).tween('zoom', () => (progress) => {
      shown = { ...to, zoom: from + (to.zoom - from) * progress };
    });
    return true;
  };
  const view = viewOf({ getViewport: () => shown, setViewport }, () => ground);
  return { ground, view, double: () => view.go({ ...view.current(), zoom: view.current().zoom * 2 }) };
}

it('counts every step, however late a busy page begins to show it', () => {
  const { view, double } = zooming();
  double();
  vi.advanceTimersByTime(10_000);
  double();
  frameAt(10_000);
  frameAt(10_100);
  double();
  expect(view.current().zoom).toBe(8);
  frameAt(20_000);
  frameAt(30_000);
  expect(view.current().zoom).toBe(8);
});

it('is where a hand has stopped it', () => {
  const { ground, view, double } = zooming();
  double();
  frameAt(0);
  frameAt(120);
  interrupt(ground);
  expect(view.current().zoom).toBe(1.5);
});

it('is where another move of its ground has come to', () => {
  const { ground, view, double } = zooming();
  double();
  new Transition(ground).duration(100);
  expect(view.current().zoom).toBe(1);
});
