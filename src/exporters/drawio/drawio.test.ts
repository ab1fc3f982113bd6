import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { drawScene, hostedNetworksOf } from '#drawing';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { isolatedWorkspace, reviewEstate, xmlFault } from '#testing';
import { cellsOf } from './cells.ts';
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

interface Geometry {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An `mxCell` of the model, with the id of the `UserObject` around it where there is one. */
interface ModelCell {
  readonly id: string;
  readonly parent: string | undefined;
  readonly isVertex: boolean;
  readonly isEdge: boolean;
  readonly isContainer: boolean;
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly style: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly geometry: Geometry;
}

const attributesIn = (tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...tag.matchAll(/ (\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );

function cellsIn(xml: string): readonly ModelCell[] {
  const body = xml.slice(xml.indexOf('<root>'), xml.indexOf('</root>'));
  const pattern = /(?:<UserObject( [^>]*)>)?<mxCell( [^>]*?)(?:\/>|>(?:<mxGeometry( [^>]*?)\/>)?<\/mxCell>)/g;
  return [...body.matchAll(pattern)].map(([, around = '', own = '', geometry = '']) => {
    const cell = attributesIn(own);
    const attributes = attributesIn(geometry);
    return {
      id: (around === '' ? cell.id : attributesIn(around).id) ?? '',
      parent: cell.parent,
      isVertex: cell.vertex === '1',
      isEdge: cell.edge === '1',
      isContainer: /(^|;)container=1;/.test(cell.style ?? ''),
      source: cell.source,
      target: cell.target,
      style: cell.style ?? '',
      attributes,
      geometry: {
        x: Number(attributes.x),
        y: Number(attributes.y),
        width: Number(attributes.width),
        height: Number(attributes.height),
      },
    };
  });
}

/** What the file format asks of cells: https://www.drawio.com/docs/reference/file-format/ */
function faultsOf(cells: readonly ModelCell[]): readonly string[] {
  const before = new Map<string, ModelCell>();
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  return cells.flatMap((cell) => {
    const { id, parent, isVertex, isEdge, source = '', target = '', style, attributes, geometry } = cell;
    const faults: string[] = [];
    const mind = (isFault: boolean, fault: string) => void (isFault && faults.push(`${id}: ${fault}`));
    mind(id === '', 'has no id');
    mind(before.has(id), 'has the id of another one');
    if (id === '0') mind(parent !== undefined, 'is the root and has a parent');
    else mind(!before.has(parent ?? ''), 'comes before its parent');
    if (id !== '0' && id !== '1') {
      mind(isVertex === isEdge, 'is neither a box nor a line, or both');
      mind(!/^(\w+=[^;=]*(=+)?;)+$/.test(style.replaceAll('&amp;', '&')), `style ${style}`);
      mind(attributes.as !== 'geometry', 'has no geometry');
    }
    if (isVertex) {
      mind(!Object.values(geometry).every(Number.isFinite), 'has no place');
      mind(!(geometry.width > 0 && geometry.height > 0), 'has no size');
      mind(attributes.relative !== undefined, 'is a box with a place relative to a line');
      mind(parent !== '1' && !byId.get(parent ?? '')?.isContainer, 'lies in what holds nothing');
    }
    if (isEdge) {
      mind(attributes.relative !== '1', 'is a line with a geometry of its own');
      mind(!byId.get(source)?.isVertex || !byId.get(target)?.isVertex, 'does not join two boxes');
      mind(source === target, 'joins a box with itself');
    }
    before.set(id, cell);
    return faults;
  });
}

const overlap = (a: Geometry, b: Geometry): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const contains = (a: Geometry, b: Geometry): boolean =>
  a.x <= b.x && a.y <= b.y && b.x + b.width <= a.x + a.width && b.y + b.height <= a.y + a.height;

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

  it('is what draw.io reads: cells with one id each, in a parent that comes before them', () => {
    expect(xmlFault(xml)).toBeUndefined();
    expect(faultsOf(cellsIn(xml))).toEqual([]);
    expect(xml).toMatch(
      /^<\?xml [^>]*\?>\n<mxfile [^>]*>\s*<diagram [^>]*>\s*<mxGraphModel [^>]*>\s*<root>\s*<mxCell id="0"\/>\s*<mxCell id="1" parent="0"\/>/,
    );
    expect(xml.trim()).toMatch(/<\/root>\s*<\/mxGraphModel>\s*<\/diagram>\s*<\/mxfile>$/);
  });

  it('draws managed networks behind what runs in them, and nothing else on them', () => {
    const cells = cellsIn(xml);
    const frames = cells.filter(({ id, isContainer }) => id.startsWith('m') && isContainer);
    const hosted = hostedNetworksOf(deriveNetwork(design));
    expect(frames).toHaveLength(hosted.length);
    for (const [at, { id, parent, geometry }] of frames.entries()) {
      const inside = cells.filter((cell) => cell.parent === id);
      expect(inside).toHaveLength(hosted[at]?.endpoints.length ?? 0);
      const upon = cells.filter(
        (cell) =>
          cell.id !== id && cell.parent === parent && !cell.isEdge && overlap(cell.geometry, geometry),
      );
      expect(upon).toHaveLength(hosted[at]?.members.length ?? 0);
      for (const cell of upon) {
        expect(contains(geometry, cell.geometry), cell.id).toBe(true);
        expect(cells.indexOf(cell)).toBeGreaterThan(cells.findIndex((one) => one.id === id));
      }
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

  it('gives a line the way that the drawing found, around what stands between', () => {
    const recommended = blueprints.find(({ id }) => id === 'recommended')?.build();
    if (!recommended) throw new Error('no such blueprint');
    const network = deriveNetwork(recommended);
    const result = check(recommended, { today: '2026-11-23' });
    const exported = drawioExporter.export({ design: recommended, network, result, today: '2026-11-23' });
    const content = 'files' in exported ? `${exported.files[0]?.content}` : '';
    const lines = content.split('\n').filter((line) => line.includes('edge="1"'));
    // Endpoint to scope: out at the right, down beside the services, in at the left.
    const bent = lines.filter(
      (line) => line.includes('<Array as="points">') && line.includes('endArrow=oval'),
    );
    expect(bent).toHaveLength(1);
    expect(bent[0]).toMatch(/exitX=1;exitY=0\.5;.*entryX=0;entryY=0\.5;/);
  });
});

describe('boxes that the drawing does not have', () => {
  it.each(blueprints.map(({ id, build }) => [id, build] as const))(
    'stand beside the lines that leave the region of %s downwards',
    (_, build) => {
      const built = build();
      const network = deriveNetwork(built);
      const scene = drawScene({ design: built, network });
      const region = scene.items.find(({ label }) => label.endsWith(', region'));
      if (!region) throw new Error('no region');
      const bottom = region.y + region.height;
      const lines = scene.edges
        .filter(({ meaning }) => meaning === 'private-link')
        .flatMap(({ points }) =>
          points.slice(1).flatMap((to, at) => {
            const from = points[at] ?? to;
            return Math.min(from.y, to.y) < bottom && Math.max(from.y, to.y) > bottom
              ? [from.x - region.x]
              : [];
          }),
        );
      const drawn = new Set(
        scene.items.map(({ resource, role }) => (role === 'badge' ? undefined : resource)),
      );
      const added = [...cellsOf(built, scene).values()].filter(
        ({ resource, parent }) => parent === region.id && resource !== undefined && !drawn.has(resource.id),
      );
      expect(added.length).toBeGreaterThan(1);
      expect(lines.length).toBeGreaterThan(0);
      for (const { x, width } of added)
        expect(lines.filter((line) => line > x && line < x + width)).toEqual([]);
    },
  );
});
