import { describe, expect, it } from 'vitest';
import { markerShapes, type Shape } from '#drawing';
import { settledSign } from './settled-sign.ts';

const signOf = (severity: 'error' | 'warning' | 'note', text = '1') => ({
  shapes: markerShapes({ severity, verdict: 'failed' }, text, 40, 10),
  x: 40,
  y: 10,
});
const filled = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) => ('fill' in shape && shape.type !== 'text' ? [shape.fill] : []));

describe('the sign of a finding that a previewed fix settles', () => {
  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['note', 'note'],
  ] as const)('of %s is a ring in its colour around a number in the same', (severity, ink) => {
    const shapes = settledSign(signOf(severity));
    expect(filled(shapes).filter((fill) => fill !== undefined)).toEqual(['panel', 'panel', 'passed']);
    expect(shapes.find((shape) => shape.type === 'text')).toMatchObject({ text: '1', fill: ink });
  });

  it('has its tick clear of the number, however wide that is', () => {
    for (const text of ['1', '28', '128']) {
      const [number] = signOf('error', text).shapes.filter((shape) => shape.type === 'text');
      const tick = settledSign(signOf('error', text)).find((shape) => shape.type === 'circle');
      if (number?.type !== 'text' || tick?.type !== 'circle') throw new Error('Number and tick');
      expect(tick.cx - tick.r).toBeGreaterThan(number.x + text.length * 3);
    }
  });

  it('of one that is no plane but a ring already gets the tick alone', () => {
    const shapes = markerShapes({ severity: 'note', verdict: 'cannot-tell' }, '3', 40, 10);
    expect(settledSign({ shapes, x: 40, y: 10 }).slice(0, shapes.length)).toEqual(shapes);
  });
});
