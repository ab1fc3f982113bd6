import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { edgeShapes, lookOf } from './edge-shapes.ts';
import { levelOfPicture } from './level-of-picture.ts';
import { levelAt } from './levels.ts';
import { paintedInOrder } from './painted-in-order.ts';
import { isDrawnAsNew, type Picture, pictureOf, sceneOf } from './picture.ts';
import { textStyles } from './styles.ts';

const scenes = blueprints.map(({ id, build }) => [id, sceneOf(build())] as const);
const shapesIn = ({ parts }: Picture) => parts.flatMap(({ shapes }) => shapes);

describe('a picture of a design', () => {
  it.each(scenes)('of %s is all that the canvas draws of it', (_, scene) => {
    const drawn = paintedInOrder(scene).map(({ shapes }) => shapes);
    expect(drawn).toHaveLength(scene.items.length + scene.edges.length);
    expect(pictureOf(scene).parts.map(({ shapes }) => shapes)).toEqual(drawn);
  });

  it.each(scenes)('of %s in another size has the same kinds of lines', (_, { edges }) => {
    // What is closed has no line of its own kind, and none in a sketch.
    for (const edge of edges.filter(({ meaning }) => meaning !== 'closed')) {
      const line = edgeShapes(lookOf(edge), edge.points);
      expect(edge.shapes.slice(0, line.length), edge.label).toEqual(line);
    }
  });

  it.each(scenes.flatMap(([id, scene]) => [0.6, 0.5, 0.35, 0.14].map((zoom) => [id, zoom, scene] as const)))(
    'of %s at %d has no words but those that grow with the distance, and all of them in it',
    (_, zoom, scene) => {
      const level = levelOfPicture(zoom);
      expect(level.unit * zoom).toBeGreaterThanOrEqual(1);
      const { y, height, parts } = pictureOf(scene, level);
      const texts = parts.flatMap((part) =>
        part.shapes.flatMap((shape) => (shape.type === 'text' ? [{ ...shape, y: shape.y + part.y }] : [])),
      );
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) {
        expect(text.style).toMatch(/^distant-/);
        expect(text.y - textStyles[text.style].size * level.unit).toBeGreaterThanOrEqual(y);
        expect(text.y).toBeLessThanOrEqual(y + height);
      }
    },
  );

  it.each(['full', 'names', 'far'] as const)('frames what was added as yours: %s', (detail) => {
    const [, scene] = scenes[0] ?? [];
    if (!scene) throw new Error('There is no architecture');
    const zoom = { full: 1, names: 0.5, far: 0.3 }[detail];
    const yours = (added?: ReadonlySet<string>) =>
      shapesIn(pictureOf(scene, levelAt(zoom), added)).filter(
        (shape) => 'stroke' in shape && shape.stroke === 'you',
      ).length;
    const drawn = scene.items.filter(({ role, resource }) => role === 'node' && resource !== undefined);
    const added = new Set(drawn.map(({ id, resource }) => resource ?? id));
    expect(yours()).toBe(0);
    expect(yours(added)).toBe(
      scene.items.filter((item) => item.role !== 'row' && isDrawnAsNew(item, added)).length,
    );
  });
});
