import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { edgeShapes, lookOf } from './edge-shapes.ts';
import { paintedInOrder } from './painted-in-order.ts';
import { type Picture, pictureOf, sceneOf } from './picture.ts';
import { sketchOf, thumbnailOf } from './thumbnail.ts';

const shapesIn = ({ parts }: Picture) => parts.flatMap(({ shapes }) => shapes);

const pictures: readonly (readonly [string, boolean, Picture])[] = blueprints.flatMap(({ id, build }) => [
  [`${id} in small holds all of its shapes, names among them`, true, thumbnailOf(build())],
  [`${id} as a sketch holds all of its shapes, and no words`, false, sketchOf(build())],
]);

describe('a small picture', () => {
  it.each(pictures)('of %s', (_, hasNames, picture) => {
    const { x: left, y: top, width, height } = picture;
    const shapes = shapesIn(picture);
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
      shapesIn(thumbnailOf(design, added)).filter((shape) => 'stroke' in shape && shape.stroke === 'you')
        .length;
    const drawn = design.resources.filter(({ kind }) => kind === 'virtual-network');
    expect(yours()).toBe(0);
    expect(yours(new Set(drawn.map(({ id }) => id)))).toBe(drawn.length);
  });
});

describe('a picture of a design', () => {
  const scenes = blueprints.map(({ id, build }) => [id, build(), sceneOf(build())] as const);

  it.each(scenes)('of %s is all that the canvas draws of it', (_, design, scene) => {
    const drawn = paintedInOrder(scene).map(({ shapes }) => shapes);
    expect(drawn).toHaveLength(scene.items.length + scene.edges.length);
    expect(pictureOf(design).parts.map(({ shapes }) => shapes)).toEqual(drawn);
  });

  it.each(scenes)('of %s in another size has the same kinds of lines', (_, _design, { edges }) => {
    // What is closed has no line of its own kind, and none in a small picture.
    for (const edge of edges.filter(({ meaning }) => meaning !== 'closed')) {
      const line = edgeShapes(lookOf(edge), edge.points);
      expect(edge.shapes.slice(0, line.length), edge.label).toEqual(line);
    }
  });
});
