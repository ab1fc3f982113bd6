import { describe, expect, it } from 'vitest';
import { valueAt, withValue } from './value-path.ts';

describe('a dotted path', () => {
  it('reads what lies there, and nothing where the way ends', () => {
    expect(valueAt({ a: { b: 1 } }, 'a.b')).toBe(1);
    expect(valueAt({ a: 2 }, 'a.b')).toBeUndefined();
    expect(valueAt({ a: [1] }, 'a.0')).toBeUndefined();
  });

  it('makes the parts on the way', () =>
    expect(withValue({}, 'networkAcls.defaultAction', 'Deny')).toEqual({
      networkAcls: { defaultAction: 'Deny' },
    }));

  it('removes a property, and the part that it leaves empty', () => {
    expect(withValue({ a: { b: 1, c: 2 } }, 'a.b', undefined)).toEqual({ a: { c: 2 } });
    expect(withValue({ a: { b: 1 }, d: 3 }, 'a.b', undefined)).toEqual({ d: 3 });
  });

  it('keeps the order of properties that it changes', () =>
    expect(Object.keys(withValue({ a: 1, b: 2 }, 'a', 3))).toEqual(['a', 'b']));
});
