import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepView, keptView } from './kept-views.ts';

const view = { x: 12, y: -4, zoom: 0.5, page: '1600 1000' };

describe('views kept in a tab', () => {
  let stored: Map<string, string>;
  beforeEach(() => {
    stored = new Map();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('are those of their design, until the view is fitted again', () => {
    keepView('one', view);
    expect(keptView('one')).toEqual(view);
    expect(keptView('other')).toBeUndefined();
    keepView('one', undefined);
    expect(keptView('one')).toBeUndefined();
  });

  it('are none where what was kept cannot be read, or nothing is kept', () => {
    stored.set('isoplan-view:one', '{"x":1}');
    stored.set('isoplan-view:two', 'no');
    expect([keptView('one'), keptView('two')]).toEqual([undefined, undefined]);
    vi.stubGlobal('sessionStorage', undefined);
    expect(() => keepView('one', view)).not.toThrow();
    expect(keptView('one')).toBeUndefined();
  });
});
