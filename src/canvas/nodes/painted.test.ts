import { describe, expect, it } from 'vitest';
import { drawScene, farShapes, type SceneItem, type Shape } from '#drawing';
import { findResource } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { isolatedWorkspace } from '#testing';
import { boxPath } from '../merged-paths.ts';
import { toFlow } from '../to-flow.ts';
import { isPainted, paintedPaths } from './painted.ts';

const design = isolatedWorkspace().build();
const scene = drawScene({
  design,
  network: deriveNetwork(design),
  result: check(design, { today: '2026-11-27' }),
});
const nodes = toFlow(scene, ({ resource }) => ({ kind: findResource(design, resource)?.kind }));
const itemOf = new Map(scene.items.map((item) => [item.id, item]));
const painted = nodes.flatMap(({ id, data }) => {
  const item = itemOf.get(id);
  return item && isPainted(item, data) ? [item] : [];
});
const everything = () => true;

const outlineOf = (item: SceneItem, shape: Shape): string =>
  shape.type === 'rect'
    ? boxPath({ ...shape, x: item.x + shape.x, y: item.y + shape.y }, shape.radius)
    : `a ${shape.type} of ${item.id}`;

describe('what is painted from far away', () => {
  it('is everything but networks, whose names are read from there', () => {
    const own = nodes.filter(({ id }) => !painted.some((item) => item.id === id));
    expect(painted.length).toBeGreaterThan(10);
    expect(own.every(({ data }) => data.isNetwork)).toBe(true);
  });

  it('is every shape that an item alone would show from there, in its paint', () => {
    const paths = paintedPaths(nodes, itemOf, everything);
    for (const item of painted) {
      for (const shape of farShapes(item).filter(({ type }) => type !== 'icon')) {
        const path = paths.find(({ d }) => d.includes(outlineOf(item, shape)));
        expect(path?.paint.fill).toBe(shape.type === 'rect' ? shape.fill : undefined);
      }
    }
    expect(paths.length).toBeLessThan(painted.length);
  });

  it('has a frame below what is on it, and a container below what is in it', () => {
    const paths = paintedPaths(nodes, itemOf, everything);
    const turnOf = (item: SceneItem, shape: Shape | undefined) =>
      paths.findIndex(({ d }) => shape && d.includes(outlineOf(item, shape)));
    for (const item of painted.filter(({ role }) => role === 'node')) {
      const [frame, tile] = farShapes(item);
      expect(turnOf(item, tile)).toBeGreaterThan(turnOf(item, frame));
      const around = itemOf.get(item.parent ?? '');
      if (around && painted.includes(around))
        expect(turnOf(item, frame)).toBeGreaterThan(turnOf(around, around.shapes[0]));
    }
  });

  it('has the icons of nodes in what they are painted on, unless they would be specks', () => {
    const iconsIn = (paths: ReturnType<typeof paintedPaths>) =>
      paths.filter(({ paint: { stroke } }) => stroke === 'on-solid');
    const nodeCount = painted.filter(({ role }) => role === 'node').length;
    const lines = iconsIn(paintedPaths(nodes, itemOf, everything)).flatMap(({ d }) => d.match(/M/g) ?? []);
    expect(lines.length).toBeGreaterThanOrEqual(nodeCount);
    expect(iconsIn(paintedPaths(nodes, itemOf, everything, false))).toEqual([]);
  });

  it('leaves out what is not wanted, such as what is dragged', () => {
    const [item] = painted;
    const [shape] = item?.shapes ?? [];
    if (!item || !shape) throw new Error('Nothing is painted');
    const paths = paintedPaths(nodes, itemOf, (id) => id !== item.id);
    expect(paths.some(({ d }) => d.includes(outlineOf(item, shape)))).toBe(false);
  });

  it('is nothing that is more than boxes, and nothing that has attention', () => {
    const [item] = painted;
    if (!item) throw new Error('Nothing is painted');
    const drawn: SceneItem = { ...item, shapes: [{ type: 'path', d: 'M0 0h9', stroke: 't2' }] };
    expect(isPainted(drawn, { isNetwork: false })).toBe(false);
    expect(isPainted(item, { isNetwork: false, attention: { isFlashing: true, mark: undefined } })).toBe(
      false,
    );
  });
});
