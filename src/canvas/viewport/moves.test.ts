import { describe, expect, it, vi } from 'vitest';
import type { SceneItem } from '#drawing';
import { isInView, type Viewport, type Window } from './fitting.ts';
import { type Aside, follow, revealAllOf, settle } from './moves.ts';

const drawing = { id: 'all', role: 'container', x: 0, y: 0, width: 600, height: 576 } as SceneItem;
const whole = { width: 1000, height: 600 };
const fitted = { x: 200, y: 12, zoom: 1 };

function viewFrom(shown: Viewport) {
  let current = shown;
  return {
    current: () => current,
    go: (to: Viewport) => {
      current = to;
    },
  };
}

/** A view of the drawing, and a window that takes one size after another. */
function settling({ keepsZoom = false, from = fitted } = {}) {
  const view = viewFrom(from);
  let window: Window = whole;
  let asides: readonly Aside[] = [];
  return {
    view,
    shownIn: (next: Window) => {
      asides = settle(view, [window, next], [drawing], { asides, keepsZoom, chosen: undefined });
      window = next;
      return view.current();
    },
  };
}

describe('settle', () => {
  it('shows all that a row below would cover, and is as it was when that is gone', () => {
    const { shownIn } = settling();
    const lower = { ...whole, height: 540 };
    const above = shownIn(lower);
    expect(isInView(drawing, lower, above)).toBe(true);
    expect(above.zoom).toBeGreaterThan(0.8);
    expect(shownIn(whole)).toEqual(fitted);
  });

  it('goes back past all that made room once there is as much room again', () => {
    const { shownIn } = settling();
    shownIn({ ...whole, height: 560 });
    shownIn({ ...whole, height: 520 });
    expect(shownIn({ ...whole, height: 540 })).not.toEqual(fitted);
    expect(shownIn({ ...whole, height: 640 })).toEqual(fitted);
  });

  it('keeps the zoom that somebody has given it', () => {
    const { shownIn } = settling({ keepsZoom: true });
    expect(shownIn({ ...whole, height: 540 })).toEqual(fitted);
  });

  it('keeps the zoom of a design that is worked at, and shows of it what it can', () => {
    const { shownIn } = settling({ keepsZoom: true });
    expect(shownIn({ ...whole, height: 540 }).zoom).toBe(fitted.zoom);
  });

  it('does not bring into sight what was out of it before', () => {
    const { shownIn } = settling({ keepsZoom: true, from: { ...fitted, y: -58 } });
    expect(shownIn({ ...whole, width: 820 })).toEqual({ ...fitted, y: -58 });
  });

  it('stays where a hand has moved it since', () => {
    const { view, shownIn } = settling();
    shownIn({ ...whole, height: 540 });
    const moved = { ...view.current(), x: 230 };
    view.go(moved);
    expect(shownIn(whole)).toEqual(moved);
  });
});

describe('follow', () => {
  const followed = (frame: Partial<SceneItem>) => {
    const view = viewFrom(fitted);
    follow(view, whole, { ...drawing, ...frame });
    return view.current();
  };

  it('moves no further than shows what grew', () => {
    expect(followed({ y: -30, height: 560 })).toEqual({ ...fitted, y: 42 });
    expect(followed({ width: 700 })).toEqual(fitted);
  });

  it('shows of what has no room as much as it can', () => {
    expect(followed({ y: -100, height: 676 })).toEqual(fitted);
  });
});

describe('what a preview changes', () => {
  // What floats over the canvas is looked for on the page.
  vi.stubGlobal('document', { querySelector: () => null, querySelectorAll: () => [] });
  const window = { width: 800, height: 500 };
  const box = (x: number, y: number) => ({ x, y, width: 100, height: 50 });
  const shown = (...frames: readonly ReturnType<typeof box>[]) => {
    const view = viewFrom({ x: 0, y: 0, zoom: 1 });
    revealAllOf(view, window, frames);
    return (frame: ReturnType<typeof box>) => isInView(frame, window, view.current());
  };

  it('is brought into view whole, all of it where that has room', () => {
    const [cut, near] = [box(750, 100), box(300, 100)];
    const isShown = shown(cut, near);
    expect([isShown(cut), isShown(near)]).toEqual([true, true]);
  });

  it('is brought into view by what matters most, and what has room beside that', () => {
    const [first, far, near] = [box(900, 100), box(0, 100), box(500, 100)];
    const isShown = shown(first, far, near);
    expect([isShown(first), isShown(far), isShown(near)]).toEqual([true, false, true]);
  });
});
