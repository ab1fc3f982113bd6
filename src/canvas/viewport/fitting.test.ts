import { describe, expect, it } from 'vitest';
import type { SceneItem } from '#drawing';
import {
  centredViewport,
  fittingViewport,
  isInView,
  largestZoom,
  revealingViewport,
  sceneFrameOf,
  smallestZoom,
  zoomedViewport,
} from './fitting.ts';

const frame = { x: 100, y: -50, width: 1000, height: 500 };

describe('fittingViewport', () => {
  it('shows a small drawing at its own size, in the middle and at the top', () => {
    expect(fittingViewport(frame, { width: 1432, height: 932 })).toEqual({ x: 116, y: 66, zoom: 1 });
  });

  it('shrinks a drawing that is wider than the window until it is whole', () => {
    const viewport = fittingViewport(frame, { width: 688, height: 900 });
    expect(viewport).toEqual({ x: 122, y: 41, zoom: 0.5 });
  });

  it('stands beside the overview where there is room for both', () => {
    expect(fittingViewport(frame, { width: 1222, height: 932 })?.x).toBe(72);
    expect(fittingViewport(frame, { width: 1000, height: 932 })).toMatchObject({ x: 91, zoom: 0.812 });
  });

  it('is a little smaller rather than under the overview where names have to be read', () => {
    const shown = (width: number, of = frame) => fittingViewport(of, { width, height: 932 }, true);
    expect(shown(1100)).toMatchObject({ x: 81, zoom: 0.912 });
    expect(shown(1000), 'much smaller').toMatchObject({ x: -81, zoom: 0.968 });
    expect(shown(1000, { ...frame, width: 1500 })?.zoom, 'for names to be read').toBeCloseTo(0.645);
    expect(shown(1400, { ...frame, width: 3000 })?.zoom, 'no names are read anyway').toBeCloseTo(0.404);
  });

  it('stands clear of what is going to be covered at the right, as far as there is room', () => {
    const covered = (width: number) => fittingViewport(frame, { width, height: 932 }, false, 320);
    expect(covered(1800)).toMatchObject({ x: 300, zoom: 1 });
    expect(covered(1520)).toMatchObject({ x: 84, zoom: 1 });
    expect(covered(1432)).toMatchObject({ x: 72, zoom: 1 });
    expect(covered(1100)).toMatchObject({ x: 81, zoom: 0.912 });
  });

  it('shows the upper part of what is too high where names have to be read', () => {
    const low = { width: 1400, height: 282 };
    expect(fittingViewport(frame, low)).toMatchObject({ zoom: 0.5 });
    expect(fittingViewport(frame, low, true)).toMatchObject({ zoom: 0.6, y: 46 });
  });

  it('shows all of what is too wide even so', () => {
    const narrow = { width: 532, height: 900 };
    expect(fittingViewport(frame, narrow, true)).toEqual({ x: -34, y: 41, zoom: 0.5 });
  });

  it('has nothing to show without a drawing or without a window', () => {
    expect(fittingViewport(undefined, { width: 800, height: 600 })).toBeUndefined();
    expect(fittingViewport(frame, { width: 0, height: 0 })).toBeUndefined();
    expect(sceneFrameOf([])).toBeUndefined();
  });
});

describe('sceneFrameOf', () => {
  const card = { id: 'card:internet', x: 0, y: -100, width: 500, height: 60 } as SceneItem;

  it('has room above for what the card of the internet will hold', () => {
    expect(sceneFrameOf([card])).toEqual({ x: 0, y: -144, width: 500, height: 104 });
    expect(sceneFrameOf([{ ...card, y: -160, height: 120 }])).toMatchObject({ y: -160, height: 120 });
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

describe('revealingViewport', () => {
  const window = { width: 1000, height: 600 };
  const before = { x: 0, y: 0, zoom: 0.5 };
  const node = { x: 400, y: 400, width: 200, height: 50 };

  it('leaves the view alone where the frame is in view', () => {
    expect(revealingViewport(node, window, before, 0.75)).toBe(before);
  });

  it('moves no further than to the margin', () => {
    expect(revealingViewport({ ...node, y: 1300 }, window, before)).toEqual({ x: 0, y: -99, zoom: 0.5 });
    expect(revealingViewport({ ...node, x: -100 }, window, before)).toEqual({ x: 74, y: 0, zoom: 0.5 });
  });

  it('comes closer where it has to move, with all of the frame in the window', () => {
    const frame = { ...node, y: 1300 };
    const after = revealingViewport(frame, window, before, 0.75);
    expect(after.zoom).toBe(0.75);
    expect(isInView(frame, window, after)).toBe(true);
  });

  it('shows the beginning of what is larger than the window, and stays where that fills the window', () => {
    const large = { x: 3000, y: 0, width: 4000, height: 400 };
    expect(revealingViewport(large, window, before).x).toBe(-1500);
    expect(revealingViewport({ ...large, x: 0, height: 2000 }, window, before)).toBe(before);
  });
});

describe('zoomedViewport', () => {
  const window = { width: 1000, height: 600 };

  it('shows in the middle what it has shown there', () => {
    expect(zoomedViewport({ x: 100, y: -50, zoom: 0.5 }, window, 1)).toEqual({ x: -300, y: -400, zoom: 1 });
  });

  it('comes no closer and goes no farther than the canvas allows', () => {
    const before = { x: 0, y: 0, zoom: 1 };
    expect(zoomedViewport(before, window, 40).zoom).toBe(largestZoom);
    expect(zoomedViewport(before, window, 0.001).zoom).toBe(smallestZoom);
  });
});

describe('centredViewport', () => {
  const window = { width: 1000, height: 600 };

  it('has a frame in the middle of the window, never enlarged', () => {
    const viewport = centredViewport({ x: 400, y: 200, width: 100, height: 100 }, window);
    expect(viewport).toEqual({ x: 50, y: 50, zoom: 1 });
  });

  it('shows all of a frame that is larger than the window', () => {
    const large = { x: -300, y: 900, width: 2000, height: 700 };
    const viewport = centredViewport(large, window);
    expect(viewport && isInView(large, window, viewport)).toBe(true);
  });

  it('is none for nothing', () => {
    expect(centredViewport(undefined, window)).toBeUndefined();
  });
});
