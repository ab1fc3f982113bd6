import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { sketchOf, type Thumbnail, thumbnailOf } from './thumbnail.ts';

const pictures: readonly (readonly [string, boolean, Thumbnail])[] = blueprints.flatMap(({ id, build }) => [
  [`${id} in small holds all of its shapes, names among them`, true, thumbnailOf(build())],
  [`${id} as a sketch holds all of its shapes, and no words`, false, sketchOf(build())],
]);

describe('a small picture', () => {
  it.each(pictures)('of %s', (_, hasNames, { viewBox, shapes }) => {
    const [left = 0, top = 0, width = 0, height = 0] = viewBox.split(' ').map(Number);
    expect(shapes.length).toBeGreaterThan(10);
    expect(shapes.some(({ type }) => type === 'text')).toBe(hasNames);
    for (const shape of shapes) {
      if (shape.type !== 'rect') continue;
      expect(shape.x).toBeGreaterThanOrEqual(left);
      expect(shape.y).toBeGreaterThanOrEqual(top);
      expect(shape.x + shape.width).toBeLessThanOrEqual(left + width);
      expect(shape.y + shape.height).toBeLessThanOrEqual(top + height);
    }
  });

  it('paints what was added as yours', () => {
    const [blueprint] = blueprints;
    const design = blueprint?.build();
    if (!design) throw new Error('There is no architecture');
    const yours = (added?: ReadonlySet<(typeof design.resources)[number]['id']>) =>
      thumbnailOf(design, added).shapes.filter((shape) => 'stroke' in shape && shape.stroke === 'you').length;
    const drawn = design.resources.filter(({ kind }) => kind === 'virtual-network');
    expect(yours()).toBe(0);
    expect(yours(new Set(drawn.map(({ id }) => id)))).toBe(drawn.length);
  });
});
