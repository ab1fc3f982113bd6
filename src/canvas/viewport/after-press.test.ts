import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterPress, followPresses } from './after-press.ts';

/** A part of the page; `isDrawing` where it is one of the drawing. */
class Part extends EventTarget {
  readonly isDrawing: boolean;
  constructor(isDrawing: boolean) {
    super();
    this.isDrawing = isDrawing;
  }
  closest() {
    return this.isDrawing ? this : null;
  }
}

let page: EventTarget;
let leave: () => void;

const tell = (name: 'pointerdown' | 'pointerup', target = new Part(true)) => {
  const event = new Event(name);
  Object.defineProperty(event, 'target', { value: target });
  page.dispatchEvent(event);
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  page = new EventTarget();
  vi.stubGlobal('Element', Part);
  vi.stubGlobal('window', Object.assign(page, { setTimeout, clearTimeout }));
  // Presses of the test before are long over.
  vi.advanceTimersByTime(10_000);
  leave = followPresses();
});
afterEach(() => {
  leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('acts at once where nothing was pressed, or something beside the drawing', () => {
  const act = vi.fn();
  afterPress(act);
  tell('pointerdown', new Part(false));
  afterPress(act);
  expect(act).toHaveBeenCalledTimes(2);
});

it('acts neither while the drawing is pressed, nor until no second press follows', () => {
  const act = vi.fn();
  tell('pointerdown');
  afterPress(act);
  vi.advanceTimersByTime(2000);
  expect(act).not.toHaveBeenCalled();
  tell('pointerup');
  vi.advanceTimersByTime(60);
  expect(act, 'a drag that ends is no press that another follows').toHaveBeenCalledOnce();

  tell('pointerdown');
  tell('pointerup');
  afterPress(act);
  vi.advanceTimersByTime(300);
  tell('pointerdown');
  tell('pointerup');
  vi.advanceTimersByTime(450);
  expect(act).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60);
  expect(act).toHaveBeenCalledTimes(2);
});

it('does not act when it is called off', () => {
  const act = vi.fn();
  tell('pointerdown');
  tell('pointerup');
  afterPress(act)();
  vi.advanceTimersByTime(1000);
  expect(act).not.toHaveBeenCalled();
});
