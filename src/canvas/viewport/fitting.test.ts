import { describe, expect, it } from 'vitest';
import { fittingViewport, isInView, sceneFrameOf } from './fitting.ts';

const frame = { x: 100, y: -50, width: 1000, height: 500 };

describe('fittingViewport', () => {
  it('shows a small drawing at its own size, in the middle and at the top', () => {
    expect(fittingViewport(frame, { width: 1432, height: 932 })).toEqual({ x: 116, y: 66, zoom: 1 });
  });

  it('shrinks a drawing that is wider than the window until it is whole', () => {
    const viewport = fittingViewport(frame, { width: 532, height: 900 });
    expect(viewport).toEqual({ x: -34, y: 41, zoom: 0.5 });
  });

  it('stands beside the overview where there is room for both', () => {
    expect(fittingViewport(frame, { width: 1222, height: 932 })?.x).toBe(72);
    expect(fittingViewport(frame, { width: 1100, height: 932 })?.x).toBe(-50);
  });

  it('shows the upper part of what is too high where names have to be read', () => {
    const low = { width: 1400, height: 282 };
    expect(fittingViewport(frame, low)).toMatchObject({ zoom: 0.5 });
    expect(fittingViewport(frame, low, true)).toMatchObject({ zoom: 0.6, y: 46 });
  });

  it('shows all of what is too wide even so', () => {
    const narrow = { width: 532, height: 900 };
    expect(fittingViewport(frame, narrow, true)).toEqual(fittingViewport(frame, narrow));
  });

  it('has nothing to show without a drawing or without a window', () => {
    expect(fittingViewport(undefined, { width: 800, height: 600 })).toBeUndefined();
    expect(fittingViewport(frame, { width: 0, height: 0 })).toBeUndefined();
    expect(sceneFrameOf([])).toBeUndefined();
  });
});

describe('isInView', () => {
  const window = { width: 1200, height: 600 };

  it('is so when no side lies outside the window', () => {
    expect(isInView(frame, window, { x: 0, y: 60, zoom: 1 })).toBe(true);
    expect(isInView(frame, window, { x: 110, y: 60, zoom: 1 })).toBe(false);
    expect(isInView(frame, window, { x: 0, y: 40, zoom: 1 })).toBe(false);
    expect(isInView(frame, window, { x: -120, y: 60, zoom: 1 })).toBe(false);
    expect(isInView(frame, window, { x: 0, y: 160, zoom: 1 })).toBe(false);
  });
});
