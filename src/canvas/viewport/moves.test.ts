import { describe, expect, it } from 'vitest';
import type { SceneItem } from '#drawing';
import { isInView, type Viewport, type Window } from './fitting.ts';
import { type Aside, settle } from './moves.ts';

const drawing = { id: 'all', role: 'container', x: 0, y: 0, width: 600, height: 576 } as SceneItem;
const whole = { width: 1000, height: 600 };
const fitted = { x: 200, y: 12, zoom: 1 };

/** A view of the drawing, and a window that takes one size after another. */
function settling({ isMoved = false, keepsZoom = false } = {}) {
  let shown: Viewport = fitted;
  let window: Window = whole;
  let asides: readonly Aside[] = [];
  const view = {
    current: () => shown,
    go: (to: Viewport) => {
      shown = to;
    },
  };
  return {
    view,
    shownIn: (next: Window) => {
      asides = settle(view, [window, next], [drawing], { asides, isMoved, keepsZoom, chosen: undefined });
      window = next;
      return shown;
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
    const { shownIn } = settling({ isMoved: true, keepsZoom: true });
    expect(shownIn({ ...whole, height: 540 })).toEqual(fitted);
  });

  it('keeps the zoom of a design that is worked at, and shows of it what it can', () => {
    const { shownIn } = settling({ keepsZoom: true });
    expect(shownIn({ ...whole, height: 540 }).zoom).toBe(fitted.zoom);
  });

  it('stays where a hand has moved it since', () => {
    const { view, shownIn } = settling();
    shownIn({ ...whole, height: 540 });
    const moved = { ...view.current(), x: 230 };
    view.go(moved);
    expect(shownIn(whole)).toEqual(moved);
  });
});
