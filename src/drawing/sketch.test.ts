import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { sketchOf } from './sketch.ts';

describe('a sketch', () => {
  it.each(blueprints.map(({ id, build }) => [id, sketchOf(build())] as const))(
    'of %s holds all of its shapes, and no words',
    (_, { x: left, y: top, width, height, parts }) => {
      const shapes = parts.flatMap((part) => part.shapes);
      expect(shapes.length).toBeGreaterThan(10);
      expect(shapes.filter(({ type }) => type === 'text')).toEqual([]);
      for (const shape of shapes) {
        if (shape.type !== 'rect') continue;
        expect(shape.x).toBeGreaterThanOrEqual(left);
        expect(shape.y).toBeGreaterThanOrEqual(top);
        expect(shape.x + shape.width).toBeLessThanOrEqual(left + width);
        expect(shape.y + shape.height).toBeLessThanOrEqual(top + height);
      }
    },
  );
});
