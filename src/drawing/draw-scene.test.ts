import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { type Design, resourceKinds } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { drawScene } from './draw-scene.ts';
import { enters, overlap, segmentsOf } from './geometry.ts';
import { headerTexts } from './header-texts.ts';
import { categoryOf, iconOf, iconParts } from './icons.ts';
import { internetGroups } from './internet-groups.ts';
import { palette } from './palette.ts';
import type { Scene, SceneItem, Shape } from './scene.ts';
import { widthOf } from './text.ts';

const draw = (design: Design): Scene =>
  drawScene({ design, network: deriveNetwork(design), result: check(design, { today: '2026-11-23' }) });

const hubAndSpoke = (): Design => {
  const found = blueprints.find((blueprint) => blueprint.id === 'hub-and-spoke-firewall');
  if (!found) throw new Error('no such blueprint');
  return found.build();
};

/** As it came from somebody who forgot things, so that there are findings and things missing. */
const damaged = (): Design => {
  const design = hubAndSpoke();
  const resources = design.resources.filter(
    (resource) => !(resource.kind === 'private-endpoint' && resource.groupIds.includes('file')),
  );
  return { ...design, resources };
};

const around = (scene: Scene, id: string): ReadonlySet<string> => {
  const found = new Set<string>();
  let item = scene.items.find((one) => one.id === id);
  while (item && !found.has(item.id)) {
    found.add(item.id);
    const { parent } = item;
    item = scene.items.find((one) => one.id === parent);
  }
  return found;
};

const isSolid = (item: SceneItem) =>
  item.role === 'node' || item.role === 'ghost' || item.role === 'card' || item.role === 'badge';

/** Edges that run through a box, or through the texts of a container, that they do not lead to. */
const crossedBy = (scene: Scene): readonly string[] =>
  scene.edges
    .filter(({ meaning }) => meaning !== 'closed')
    .flatMap((edge) => {
      const ends = new Set([...around(scene, edge.from), ...around(scene, edge.to)]);
      const boxes = scene.items.filter((item) => isSolid(item) && !ends.has(item.id));
      const texts = scene.items
        .filter(({ role }) => role === 'container')
        .flatMap((item) =>
          headerTexts(item).map((text) => ({ ...text, label: `the header of ${item.label}` })),
        );
      return [...boxes, ...texts]
        .filter((item) => segmentsOf(edge.points).some(([a, b]) => enters(a, b, item, 0)))
        .map((item) => `${edge.label} runs through ${item.label}`);
    });

describe.each(blueprints.map(({ id, build }) => [id, build] as const))('the drawing of %s', (_, build) => {
  it('draws told ways to the internet as those that it finds out', () => {
    const design = build();
    const network = deriveNetwork(design);
    const internet = structuredClone(internetGroups(network));
    const result = check(design, { today: '2026-11-23' });
    expect(drawScene({ design, network, result, internet })).toEqual(draw(design));
  });

  it('leaves out told ways that start at what is there no more', () => {
    const design = build();
    const internet = internetGroups(deriveNetwork(design));
    for (const resources of [[], design.resources.slice(0, 3)]) {
      const left = { ...design, resources };
      const scene = drawScene({ design: left, network: deriveNetwork(left), internet });
      const ids = new Set(scene.items.map(({ id }) => id));
      for (const { from, to } of scene.edges) expect([from, to].every((id) => ids.has(id))).toBe(true);
    }
  });

  it('runs no edge through a box or a header', () => {
    expect(crossedBy(draw(build()))).toEqual([]);
  });
});

describe.each([
  ['the hub and spoke', hubAndSpoke],
  ['the same with things missing', damaged],
])('the drawing of %s', (_, build) => {
  const design = build();
  const scene = draw(design);

  it('runs no edge through a box that is not one of its ends', () => {
    expect(scene.edges.length).toBeGreaterThan(8);
    expect(crossedBy(scene)).toEqual([]);
  });

  it('writes no label of an edge over a box', () => {
    const labels = scene.edges.flatMap(({ shapes }) =>
      shapes.flatMap((shape) => (shape.type === 'rect' ? [shape] : [])),
    );
    expect(labels.length).toBeGreaterThan(0);
    const boxes = scene.items.filter((item) => item.role !== 'container' || item.parent !== undefined);
    for (const label of labels)
      expect(boxes.filter((box) => overlap(label, box)).map((box) => box.label)).toEqual([]);
  });

  it('shows every resource, itself or with what bears it', () => {
    const shown = new Set(scene.items.map((item) => item.resource));
    const folded = new Set([
      'virtual-network-peering',
      'public-ip-address',
      'firewall-policy',
      'network-interface',
      'dns-private-resolver',
      'ip-group',
    ]);
    const missing = design.resources.filter(
      (resource) => !shown.has(resource.id) && !folded.has(resource.kind),
    );
    expect(missing.map((resource) => resource.name)).toEqual([]);
  });

  it('keeps every text inside its box', () => {
    const faults = scene.items.flatMap((item) =>
      item.shapes.flatMap((shape) => {
        if (shape.type !== 'text') return [];
        const width = widthOf(shape.text, shape.style);
        const left =
          shape.anchor === 'end'
            ? shape.x - width
            : shape.anchor === 'middle'
              ? shape.x - width / 2
              : shape.x;
        return left < 0 || left + width > item.width || shape.y > item.height
          ? [`${shape.text} in ${item.label}`]
          : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('paints with colours of the palette only', () => {
    const paints = (shape: Shape) =>
      shape.type === 'icon'
        ? [shape.paint]
        : shape.type === 'text'
          ? [shape.fill]
          : [shape.fill, shape.stroke];
    const shapes = [
      ...scene.items.flatMap((item) => [...item.shapes, ...item.markers.flatMap((marker) => marker.shapes)]),
      ...scene.edges.flatMap((edge) => edge.shapes),
    ];
    const unknown = shapes
      .flatMap(paints)
      .filter((paint) => paint !== undefined && !(paint in palette.light));
    expect(unknown).toEqual([]);
  });

  it('lies within its own bounds', () => {
    for (const { x, y, width, height } of scene.items) {
      expect(x).toBeGreaterThanOrEqual(scene.x);
      expect(y).toBeGreaterThanOrEqual(scene.y);
      expect(x + width).toBeLessThanOrEqual(scene.x + scene.width);
      expect(y + height).toBeLessThanOrEqual(scene.y + scene.height);
    }
  });

  it('gives every item an id of its own and a name for people who do not see it', () => {
    expect(new Set(scene.items.map((item) => item.id)).size).toBe(scene.items.length);
    expect(scene.items.filter((item) => item.label.trim() === '')).toEqual([]);
  });
});

describe('findings on the drawing', () => {
  const design = damaged();
  const result = check(design, { today: '2026-11-23' });
  const scene = draw(design);

  it('bear the number that they have in the list', () => {
    const markers = scene.items.flatMap((item) => item.markers);
    expect(markers.length).toBeGreaterThan(0);
    for (const marker of markers)
      expect(result.findings[marker.number - 1]?.fingerprint).toBe(marker.fingerprint);
  });

  it('draw what is missing, with a thread to what it would serve', () => {
    const ghost = scene.items.find((item) => item.role === 'ghost' && item.label.startsWith('file'));
    expect(ghost?.label).toContain('missing');
    expect(ghost?.findings.length).toBeGreaterThan(0);
    expect(scene.edges.find((edge) => edge.meaning === 'missing')?.from).toBe(ghost?.id);
  });

  it('are counted in the words of their item', () => {
    const marked = scene.items.filter((item) => item.markers.length > 0);
    for (const item of marked)
      expect(item.label).toMatch(/\d+ (errors?|warnings?|notes?|not decided|accepted)/);
  });
});

describe('icons', () => {
  it('exist for every kind, with a category that has its colours', () => {
    for (const kind of resourceKinds) {
      expect(iconParts(iconOf(kind)).length).toBeGreaterThan(0);
      expect(palette.dark[`${categoryOf(kind)}-tint`]).toMatch(/^#/);
    }
  });

  it('fall back to one that says “some service”', () => {
    expect(iconParts('constructor')).toEqual(iconParts('service'));
  });
});

describe('an empty design', () => {
  it('draws nothing', () => {
    const empty: Design = { ...hubAndSpoke(), resources: [] };
    expect(draw(empty)).toMatchObject({ items: [], edges: [] });
  });
});
