import { afterEach, describe, expect, it, vi } from 'vitest';
import { whenIdle } from './when-idle.ts';

describe('a moment that nobody needs', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is the browser’s where it tells of them, and can be called off', () => {
    const moments = new Map<number, () => void>();
    vi.stubGlobal('requestIdleCallback', (call: () => void) => {
      moments.set(7, call);
      return 7;
    });
    vi.stubGlobal('cancelIdleCallback', (moment: number) => moments.delete(moment));
    const call = vi.fn();
    const callOff = whenIdle(call);
    moments.get(7)?.();
    expect(call).toHaveBeenCalledTimes(1);
    callOff();
    expect(moments.size).toBe(0);
  });

  it('comes soon in a browser that tells of none', () => {
    vi.useFakeTimers();
    vi.stubGlobal('requestIdleCallback', undefined);
    const [call, never] = [vi.fn(), vi.fn()];
    whenIdle(call);
    whenIdle(never)();
    vi.advanceTimersByTime(1000);
    expect(call).toHaveBeenCalledTimes(1);
    expect(never).not.toHaveBeenCalled();
  });
});
