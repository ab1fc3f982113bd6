import { describe, expect, it } from 'vitest';
import { damagedExport, faultyExport, judgedExport, lostInSilence, placesOfExport } from '#testing';

describe('an export of which one value is not what Azure writes', () => {
  const whole = judgedExport([faultyExport()]);

  it('is faulty in many ways while it is whole', () => {
    expect(whole.failed.size).toBeGreaterThanOrEqual(12);
    expect(whole.undecided.size).toBe(0);
  });

  it('settles nothing in silence', { timeout: 60_000 }, () => {
    const silent = placesOfExport.flatMap((path) => {
      const gone = lostInSilence(whole, judgedExport([damagedExport(path)]));
      return gone.length === 0 ? [] : [`${path.join('.')}: ${gone.join(', ')}`];
    });
    expect(silent).toEqual([]);
  });
});
