import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { isolatedWorkspace, reviewEstate, xmlFault } from '#testing';
import { drawioExporter } from './drawio.ts';

const written = (design: Design): string =>
  drawioExporter
    .export({
      design,
      network: deriveNetwork(design),
      result: check(design, { today: '2026-11-23' }),
      today: '2026-11-23',
    })
    .files.map(({ content }) => content)
    .join('');

interface Box {
  readonly id: string;
  readonly parent: string;
  readonly frame: readonly [x: number, y: number, width: number, height: number];
}

/** Boxes in the order of the file, which is that of depth and then of the design. */
const boxesOf = (xml: string): readonly Box[] =>
  [
    ...xml.matchAll(
      /<UserObject id="(\w+)".*?parent="(\w+)"><mxGeometry x="(.*?)" y="(.*?)" width="(.*?)" height="(.*?)"/g,
    ),
  ].map(([, id = '', parent = '', ...frame]) => ({
    id,
    parent,
    frame: frame.map(Number) as unknown as Box['frame'],
  }));

const depthOf = (design: Design, id: string | undefined): number => {
  const parent = design.resources.find((one) => one.id === id)?.parent;
  return parent === undefined ? 0 : 1 + depthOf(design, parent);
};

const designs = [
  ['a review estate', reviewEstate().build()],
  ['an isolated workspace', isolatedWorkspace().build()],
  ...blueprints.map((blueprint) => [blueprint.id, blueprint.build()] as const),
] as const;

describe.each(designs)('%s in draw.io', (_, design) => {
  const xml = written(design);
  const boxes = boxesOf(xml);

  it('is well-formed, every id once, every line between boxes that are there', () => {
    expect(xmlFault(xml)).toBeUndefined();
    const ids = boxes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, source = '', target = ''] of xml.matchAll(
      /edge="1" parent="1" source="(\w+)" target="(\w+)"/g,
    )) {
      expect(ids).toContain(source);
      expect(ids).toContain(target);
    }
  });

  it('puts every resource into the box of what it lies in', () => {
    const drawn = design.resources
      .filter(({ kind }) => kind !== 'virtual-network-peering')
      .map((resource) => ({ resource, depth: depthOf(design, resource.id) }))
      .sort((a, b) => a.depth - b.depth)
      .map(({ resource }) => resource);
    expect(boxes).toHaveLength(drawn.length);
    const boxOf = new Map(drawn.map(({ id }, at) => [id as string, boxes[at]?.id]));
    expect(boxes.map(({ parent }) => parent)).toEqual(
      drawn.map(({ parent }) => (parent === undefined ? '1' : (boxOf.get(parent) ?? '1'))),
    );
  });

  it('keeps every box inside of the one around it, and beside the others', () => {
    const byId = new Map(boxes.map((box) => [box.id, box]));
    for (const { parent, frame } of boxes) {
      const around = byId.get(parent);
      const [x, y, width, height] = frame;
      if (!around) continue;
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(around.frame[2] + 0.5);
      expect(y + height).toBeLessThanOrEqual(around.frame[3] + 0.5);
    }
    for (const one of boxes)
      for (const other of boxes) {
        if (one.id >= other.id || one.parent !== other.parent) continue;
        const [ax, ay, aw, ah] = one.frame;
        const [bx, by, bw, bh] = other.frame;
        const isApart = ax + aw <= bx || bx + bw <= ax || ay + ah <= by || by + bh <= ay;
        expect(isApart, `${one.id} ${other.id}`).toBe(true);
      }
  });
});
