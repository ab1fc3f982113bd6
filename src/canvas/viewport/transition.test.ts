import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { interrupt, Transition } from './transition.ts';

const frames: ((now: number) => void)[] = [];
const frameAt = (now: number) => {
  for (const frame of frames.splice(0)) frame(now);
};

beforeEach(() => {
  frames.length = 0;
  vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames.length = 0;
  });
});
afterEach(() => vi.unstubAllGlobals());

const node = () => ({}) as Element;

/** One of 100 ms that tells what happens to it. */
function watched(on: Element) {
  const told: string[] = [];
  new Transition(on)
    .duration(100)
    .ease((progress) => progress * progress)
    .on('start.view', () => told.push('start'))
    .on('interrupt.view end.view', () => told.push('over'))
    .tween('view', () => (progress) => told.push(progress.toFixed(2)));
  return told;
}

describe('a transition', () => {
  it('goes from its start to its end along its ease, a step each frame', () => {
    const told = watched(node());
    expect(told).toEqual([]);
    for (const now of [0, 50, 100, 150]) frameAt(now);
    expect(told).toEqual(['start', '0.25', '1.00', 'over']);
  });

  it('ends where it is when the element is interrupted, once', () => {
    const on = node();
    const told = watched(on);
    for (const now of [0, 50]) frameAt(now);
    interrupt(on);
    interrupt(on);
    frameAt(100);
    expect(told).toEqual(['start', '0.25', 'over']);
  });

  it('gives way to a later one of its element', () => {
    const on = node();
    const first = watched(on);
    for (const now of [0, 50]) frameAt(now);
    const second = watched(on);
    for (const now of [60, 160]) frameAt(now);
    expect([first, second]).toEqual([
      ['start', '0.25', 'over'],
      ['start', '1.00', 'over'],
    ]);
  });

  it('leaves other elements alone', () => {
    const [one, other] = [watched(node()), watched(node())];
    for (const now of [0, 100]) frameAt(now);
    expect([one, other]).toEqual([
      ['start', '1.00', 'over'],
      ['start', '1.00', 'over'],
    ]);
  });
});
