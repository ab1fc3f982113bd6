import { describe, expect, it } from 'vitest';
import { markerShapes } from '#drawing';
import type { Finding } from '#rules';
import { fateOf } from './fate-of.ts';

const sign = {
  ...({ severity: 'warning', verdict: 'failed' } as const),
  fingerprint: 'a',
  number: 1,
  text: 'Something is missing',
  x: 40,
  y: 10,
  shapes: markerShapes({ severity: 'warning', verdict: 'failed' }, '1', 40, 10),
};
const fate = (findings: readonly string[]) =>
  fateOf(sign, findings, { staying: new Set(['stays']), heirs: new Map([['milder', {} as Finding]]) });

describe('what a previewed fix makes of a sign', () => {
  it('is a tick where all that it stands for is gone', () => {
    expect(fate(['a', 'b'])?.says).toBe(', gone after the fix');
  });

  it('is nothing where all of that stays', () => {
    expect(fate(['stays'])).toBeUndefined();
  });

  it.each([[['milder']], [['a', 'milder']], [['a', 'stays']]])(
    'is no tick where some is left: %s',
    (findings) => {
      const { says, shapes } = fate(findings) ?? {};
      expect(says).toBe(', changed by the fix');
      expect(shapes?.slice(0, -1)).toEqual(sign.shapes);
      expect(shapes?.at(-1)).toMatchObject({ type: 'circle', fill: 'you' });
    },
  );
});
