import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SceneItem } from '#drawing';
import {
  centredViewport,
  type Frame,
  fittingViewport,
  isInView,
  isTouched,
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
    expect(fittingViewport(items, { width: 1432, height: 932 })).toEqual({ x: 116, y: 62, zoom: 1 });
  });

  it('shrinks a drawing that is wider or higher than the window until it is whole', () => {
    expect(fittingViewport(items, { width: 688, height: 900 })).toMatchObject({ zoom: 0.664 });
    expect(fittingViewport(items, { width: 1400, height: 274 })).toMatchObject({ zoom: 0.5 });
  });

  it('stands in the middle of what nothing unfolded lies over', () => {
    expect(fittingViewport(items, { width: 1432, height: 932, left: 240 })?.x).toBe(236);
  });

  it('stands clear of what is going to be covered at the right where hardly anything is lost by it', () => {
    const covered = (width: number) => fittingViewport(items, { width, height: 932 }, 320);
    expect(covered(1800)).toMatchObject({ x: 300, zoom: 1 });
    expect(covered(1520)).toMatchObject({ x: 88, zoom: 1 });
    expect(covered(1334)).toMatchObject({ zoom: 0.99 });
    expect(covered(1250), 'small letters would be lost').toMatchObject({ x: -88, zoom: 1 });
    expect(covered(1050)?.zoom).toBe(1);
  });

  it('has nothing to show without a drawing or without a window', () => {
    expect(fittingViewport([], { width: 800, height: 600 })).toBeUndefined();
    expect(fittingViewport(items, { width: 0, height: 0 })).toBeUndefined();
    expect(sceneFrameOf([])).toBeUndefined();
  });

  it('shows all of every drawing that is not too large for the farthest view', () => {
    const box = fc.record({
      x: fc.integer({ min: -800, max: 800 }),
      y: fc.integer({ min: -500, max: 500 }),
      width: fc.integer({ min: 20, max: 400 }),
      height: fc.integer({ min: 20, max: 300 }),
    });
    const window = fc.record({
      width: fc.integer({ min: 700, max: 2000 }),
      height: fc.integer({ min: 240, max: 1200 }),
      left: fc.constantFrom(0, 240),
    });
    fc.assert(
      fc.property(
        fc.array(box, { minLength: 1, maxLength: 12 }),
        window,
        fc.constantFrom(0, 320),
        (boxes, room, covered) => {
          const viewport = fittingViewport(boxes.map(thing), room, covered);
          const whole = sceneFrameOf(boxes.map(thing));
          if (!viewport || !whole) throw new Error('nothing is shown');
          expect(isInView(whole, room, viewport)).toBe(true);
          expect(whole.x * viewport.zoom + viewport.x).toBeGreaterThanOrEqual(room.left);
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
    expect(zoomedViewport({ x: 100, y: -50, zoom: 0.5 }, window, 1, [])).toEqual({
      x: -300,
      y: -400,
      zoom: 1,
    });
  });

  it('comes no closer and goes no farther than the canvas allows', () => {
    const before = { x: 0, y: 0, zoom: 1 };
    expect(zoomedViewport(before, window, 40, []).zoom).toBe(largestZoom);
    expect(zoomedViewport(before, window, 0.001, []).zoom).toBe(smallestZoom);
  });

  it('keeps the drawing in sight where the middle of the window is bare', () => {
    const strip = Array.from({ length: 25 }, (_, at) =>
      thing({ x: at * 160, y: 0, width: 150, height: 400 }),
    );
    const seen = { x: 20, y: 20, zoom: 0.2 };
    const room = { width: 800, height: 600 };
    const { x, y, zoom } = zoomedViewport(seen, room, 1, strip);
    expect(zoom).toBe(1);
    const inSight = strip.filter((one) => isTouched(one, room, { x, y, zoom }));
    expect(inSight.length).toBeGreaterThan(2);
    expect(400 * zoom + y, 'its foot stays where it was').toBeCloseTo(100);
  });

  it('keeps what is chosen in sight rather than what is in the middle, unless it is out of sight', () => {
    const chosen = { x: 40, y: 40, width: 100, height: 50 };
    const ground = thing({ x: 0, y: 0, width: 4000, height: 3000 });
    const room = { width: 800, height: 600 };
    const seen = { x: 0, y: 0, zoom: 0.2 };
    expect(isTouched(chosen, room, zoomedViewport(seen, room, 1, [ground], chosen))).toBe(true);
    const away = { x: -2000, y: 0, zoom: 0.2 };
    expect(zoomedViewport(away, room, 1, [ground], chosen)).toEqual(zoomedViewport(away, room, 1, [ground]));
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
