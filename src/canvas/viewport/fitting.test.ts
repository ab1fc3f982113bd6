import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SceneItem } from '#drawing';
import {
  centredViewport,
  type Frame,
  fittingViewport,
  floatsIn,
  isInView,
  isUnder,
  largestZoom,
  sceneFrameOf,
  smallestZoom,
  zoomedViewport,
} from './fitting.ts';

const frame = { x: 100, y: -50, width: 1000, height: 500 };
const thing = (of: Frame): SceneItem => ({ ...of, id: `${of.x} ${of.y}`, role: 'node' }) as SceneItem;
const items = [thing(frame)];

describe('fittingViewport', () => {
  it('shows a small drawing at its own size, in the middle and at the top', () => {
    expect(fittingViewport(items, { width: 1432, height: 932 })).toEqual({ x: 116, y: 66, zoom: 1 });
  });

  it('shrinks a drawing that is wider than the window until it is whole', () => {
    const viewport = fittingViewport(items, { width: 688, height: 900 });
    expect(viewport).toMatchObject({ zoom: 0.656 });
    expect(viewport && isInView(frame, { width: 688, height: 900 }, viewport)).toBe(true);
  });

  it('stands beside the tools where there is room for both, else below them', () => {
    expect(fittingViewport(items, { width: 1152, height: 932 })).toMatchObject({ x: 20, y: 66, zoom: 1 });
    expect(fittingViewport(items, { width: 1064, height: 932 })).toMatchObject({ y: 110, zoom: 1 });
  });

  it('lays nothing under the overview either, rather than be a very little larger', () => {
    const viewport = fittingViewport(items, { width: 1152, height: 516 });
    expect(viewport).toMatchObject({ x: 12, y: 104, zoom: 0.88 });
  });

  it('makes room for a remark beside the tools, and for what is unfolded at the left', () => {
    const window = { width: 1432, height: 932, hasRemark: true };
    expect(fittingViewport(items, window)).toEqual({ x: 170, y: 66, zoom: 1 });
    expect(fittingViewport(items, { ...window, hasRemark: false, left: 240 })?.x).toBe(260);
  });

  it('stands clear of what is going to be covered at the right where little is lost by it', () => {
    const covered = (width: number) => fittingViewport(items, { width, height: 932 }, false, 320);
    expect(covered(1800)).toMatchObject({ x: 300, zoom: 1 });
    expect(covered(1520)).toMatchObject({ x: 84, zoom: 1 });
    expect(covered(1340)).toMatchObject({ zoom: 0.988 });
    expect(covered(1200)?.zoom, 'much is lost').toBe(1);
  });

  it('shows the upper part of what is too high where names have to be read', () => {
    const low = { width: 1400, height: 282 };
    expect(fittingViewport(items, low)).toMatchObject({ zoom: 0.5 });
    expect(fittingViewport(items, low, true)).toMatchObject({ zoom: 0.6, y: 46 });
  });

  it('shows all of what is too wide even so', () => {
    const viewport = fittingViewport(items, { width: 532, height: 900 }, true);
    expect(viewport?.zoom).toBe(0.5);
  });

  it('has nothing to show without a drawing or without a window', () => {
    expect(fittingViewport([], { width: 800, height: 600 })).toBeUndefined();
    expect(fittingViewport(items, { width: 0, height: 0 })).toBeUndefined();
    expect(sceneFrameOf([])).toBeUndefined();
  });

  it('lays nothing under tools and zoom where there is room beside or between them, whatever the drawing', () => {
    const box = fc.record({
      x: fc.integer({ min: -800, max: 800 }),
      y: fc.integer({ min: -500, max: 500 }),
      width: fc.integer({ min: 20, max: 400 }),
      height: fc.integer({ min: 20, max: 300 }),
    });
    const window = fc.record({
      width: fc.integer({ min: 900, max: 2000 }),
      height: fc.integer({ min: 420, max: 1200 }),
      hasRemark: fc.boolean(),
      left: fc.constantFrom(0, 240),
    });
    fc.assert(
      fc.property(
        fc.array(box, { minLength: 1, maxLength: 12 }),
        window,
        fc.boolean(),
        (boxes, room, must) => {
          const viewport = fittingViewport(boxes.map(thing), room, must);
          const whole = sceneFrameOf(boxes.map(thing));
          if (!viewport || !whole) throw new Error('nothing is shown');
          const under = floatsIn(room).filter((float) => boxes.some((one) => isUnder(one, float, viewport)));
          // Above the zoom and below the tools: what that costs tells whether there is room.
          const between = { width: room.width - room.left - 32, height: room.height - 120 };
          const free = Math.min(between.width / whole.width, between.height / whole.height, 1);
          if (free >= viewport.zoom * 0.999 && free >= 0.1) expect(under).toEqual([]);
        },
      ),
    );
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
