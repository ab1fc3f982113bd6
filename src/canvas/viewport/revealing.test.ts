import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInView, isUnder } from './fitting.ts';
import { revealing, revealingViewport, settled, shownOf } from './revealing.ts';

const window = { width: 1000, height: 600 };
const before = { x: 0, y: 0, zoom: 1 };
const node = { x: 400, y: 300, width: 150, height: 44 };
const bars = [
  { x: 12, y: 12, width: 100, height: 40 },
  { x: 12, y: 440, width: 160, height: 148 },
];
const shown = (...frames: (typeof node)[]) => revealing(frames, window, before, bars);

describe('revealing', () => {
  it('leaves the view alone where one of several is seen, at the very edge too', () => {
    expect(shown({ ...node, x: 850 })).toBe(before);
    expect(shown({ ...node, y: 5000 }, node)).toBe(before);
    expect(shown()).toBe(before);
  });

  it('goes to the nearest of several', () => {
    expect(shown({ ...node, y: 5000 }, { ...node, x: 900 })).toEqual({ x: -74, y: 0, zoom: 1 });
  });

  it('moves what lies under a bar out from under it by the least', () => {
    expect(shown({ ...node, x: 100, y: 20 })).toEqual({ x: 24, y: 0, zoom: 1 });
    expect(shown({ ...node, x: 20, y: 40 })).toEqual({ x: 0, y: 24, zoom: 1 });
    expect(shown({ ...node, x: 20, y: 410 })).toEqual({ x: 0, y: -26, zoom: 1 });
  });

  it('shows what lay outside clear of the bars', () => {
    expect(shown({ ...node, x: -160, y: 500 })).toEqual({ x: 184, y: -116, zoom: 1 });
  });

  it('lets a bar lie over what is large, but for its beginning', () => {
    const container = { x: 100, y: 100, width: 700, height: 480 };
    expect(shown(container)).toBe(before);
    expect(shown({ ...container, x: 20, y: 30 })).toEqual({ x: 0, y: 34, zoom: 1 });
  });
});

describe('revealingViewport', () => {
  const far = { ...before, zoom: 0.5 };
  const node = { x: 400, y: 400, width: 200, height: 50 };

  it('leaves the view alone where the frame is in view', () => {
    expect(revealingViewport(node, window, far, 0.75)).toBe(far);
  });

  it('moves no further than to the margin', () => {
    expect(revealingViewport({ ...node, y: 1300 }, window, far)).toEqual({ x: 0, y: -99, zoom: 0.5 });
    expect(revealingViewport({ ...node, x: -100 }, window, far)).toEqual({ x: 74, y: 0, zoom: 0.5 });
  });

  it('comes closer where it has to move, with all of the frame in the window', () => {
    const frame = { ...node, y: 1300 };
    const after = revealingViewport(frame, window, far, 0.75);
    expect(after.zoom).toBe(0.75);
    expect(isInView(frame, window, after)).toBe(true);
  });

  it('shows the beginning of what is larger than the window, and stays where that fills the window', () => {
    const large = { x: 3000, y: 0, width: 4000, height: 400 };
    expect(revealingViewport(large, window, far).x).toBe(-1500);
    expect(revealingViewport({ ...large, x: 0, height: 2000 }, window, far)).toBe(far);
  });
});

describe('revealing among several bars', () => {
  it('finds free ground wherever there is some', () => {
    const place = fc.record({
      x: fc.integer({ min: -400, max: 1200 }),
      y: fc.integer({ min: -300, max: 800 }),
    });
    fc.assert(
      fc.property(place, fc.boolean(), (at, hasDrawer) => {
        const over = [
          { x: 12, y: 12, width: 246, height: 36 },
          { x: 840, y: 552, width: 148, height: 36 },
          ...(hasDrawer ? [{ x: 0, y: 0, width: 240, height: 600 }] : []),
        ];
        const card = { ...node, ...at };
        const view = revealing([card], window, before, over);
        expect(isInView(card, window, view)).toBe(true);
        expect(over.filter((bar) => isUnder(card, bar, view))).toEqual([]);
      }),
    );
  });
});

describe('settled', () => {
  const frame = { x: 200, y: 60, width: 600, height: 400 };
  const settle = (width: number, height: number, rest: { left?: number } = {}) =>
    settled(frame, { width, height, ...rest }, before);

  it('leaves the view alone where nothing is hidden', () => {
    expect(settle(1000, 600)).toBe(before);
    expect(settle(800, 460)).toBe(before);
  });

  it('moves by the least that uncovers all of it', () => {
    expect(settle(760, 600)).toEqual({ x: -52, y: 0, zoom: 1 });
    expect(settle(1000, 600, { left: 240 })).toEqual({ x: 52, y: 0, zoom: 1 });
  });

  it('leaves no room bare beside what is cut', () => {
    const cut = { ...before, y: -300 };
    expect(settled({ ...frame, height: 900 }, window, cut)).toMatchObject({ x: 0, y: -300 });
    expect(settled({ ...frame, height: 700 }, window, cut)).toMatchObject({ x: 0, y: -172 });
  });

  it('sees from farther what is too high where it loses little of its zoom, and the middle of the window stays', () => {
    expect(settled(frame, { width: 1000, height: 384 }, before, 1)).toEqual({ x: 50, y: -42, zoom: 0.9 });
    expect(settled(frame, { width: 1000, height: 300 }, before, 1).zoom).toBe(1);
    // It has lost some before.
    const lower = { x: 50, y: -42, zoom: 0.9 };
    expect(settled(frame, { width: 1000, height: 320 }, lower, 1).zoom).toBe(0.9);
    expect(settled(frame, { width: 1000, height: 384 }, before).zoom).toBe(1);
  });

  it('never zooms otherwise, and shows the whole of what has room', () => {
    const size = fc.record({
      width: fc.integer({ min: 700, max: 1600 }),
      height: fc.integer({ min: 300, max: 900 }),
      left: fc.constantFrom(0, 240),
    });
    const start = fc.record({
      x: fc.integer({ min: -600, max: 600 }),
      y: fc.integer({ min: -500, max: 500 }),
    });
    fc.assert(
      fc.property(size, start, (room, at) => {
        const view = { ...at, zoom: 1 };
        const after = settled(frame, room, view);
        expect(after.zoom).toBe(1);
        const hasRoom = room.width - room.left >= 624 && room.height >= 424;
        if (hasRoom) expect(isInView(frame, room, after)).toBe(true);
      }),
    );
  });
});

describe('shownOf', () => {
  it('is the part in sight', () => {
    const frame = { x: -100, y: 100, width: 600, height: 800 };
    expect(shownOf(frame, window, before)).toEqual({ x: 0, y: 100, width: 500, height: 500 });
    expect(shownOf(frame, { ...window, left: 240 }, before)).toMatchObject({ x: 240, width: 260 });
    expect(shownOf({ ...frame, y: 900 }, window, before)).toBeUndefined();
  });
});
