import { describe, expect, it } from 'vitest';
import type { Scene, SceneItem } from '#drawing';
import type { ResourceId, ResourceKind } from '#model';
import { inReadingOrder, layerOf, toFlow } from './to-flow.ts';

const item = (
  id: string,
  box: readonly [number, number, number, number],
  extra: Partial<SceneItem> = {},
): SceneItem => ({
  id,
  resource: id as ResourceId,
  role: 'node',
  x: box[0],
  y: box[1],
  width: box[2],
  height: box[3],
  shapes: [],
  label: `${id} in words`,
  findings: [],
  markers: [],
  ...extra,
});

const sceneOf = (...items: SceneItem[]): Scene => ({
  x: 0,
  y: 0,
  width: 1000,
  height: 800,
  items,
  edges: [],
});

const kindsById: Readonly<Record<string, ResourceKind>> = {
  westeurope: 'region',
  'vnet-ml': 'virtual-network',
  'snet-training': 'subnet',
  'ci-research': 'compute-instance',
};
const factsOf = ({ id, role }: SceneItem) => ({
  kind: kindsById[id],
  action: role === 'ghost' ? 'Add the file endpoint' : undefined,
});

const nested = sceneOf(
  item('westeurope', [100, 50, 800, 600], { role: 'container' }),
  item('vnet-ml', [120, 90, 400, 300], { role: 'container', parent: 'westeurope' }),
  item('snet-training', [132, 124, 200, 200], { role: 'container', parent: 'vnet-ml' }),
  item('ci-research', [140, 190, 180, 46], { parent: 'snet-training' }),
);

describe('toFlow', () => {
  it('places items relative to the container they lie in', () => {
    const nodes = toFlow(nested, factsOf);
    expect(nodes.map(({ id, parentId, position }) => [id, parentId, position])).toEqual([
      ['westeurope', undefined, { x: 100, y: 50 }],
      ['vnet-ml', 'westeurope', { x: 20, y: 40 }],
      ['snet-training', 'vnet-ml', { x: 12, y: 34 }],
      ['ci-research', 'snet-training', { x: 8, y: 66 }],
    ]);
  });

  it('keeps networks below edges, contents above them, and what leads into contents above these', () => {
    const layersById = toFlow(nested, factsOf).map(({ id, zIndex }) => [id, zIndex]);
    expect(layersById).toEqual([
      ['westeurope', 0],
      ['vnet-ml', 0],
      ['snet-training', 3],
      ['ci-research', 3],
    ]);
    expect(layerOf({ meaning: 'peering' })).toBe(1);
    expect(layerOf({ meaning: 'dns' })).toBe(1);
    expect(layerOf({ meaning: 'outbound' })).toBe(1);
    expect(layerOf({ meaning: 'private-link' })).toBe(4);
    expect(layerOf({ meaning: 'inbound' })).toBe(4);
    expect(layerOf({ meaning: 'closed' })).toBe(4);
  });

  it('names nodes in the words of the scene and gives React Flow ids and whether it is a network', () => {
    const nodes = toFlow(nested, factsOf);
    for (const node of nodes) expect(node.ariaLabel).toBe(`${node.id} in words`);
    expect(nodes.map(({ data }) => data)).toEqual([
      { isNetwork: true },
      { isNetwork: true },
      { isNetwork: false },
      { isNetwork: false },
    ]);
  });

  it('makes a ghost a button named for what it does', () => {
    const { resource: _, ...ghost } = item('ghost:file', [10, 10, 100, 46], { role: 'ghost' });
    expect(toFlow(sceneOf(ghost), factsOf)).toMatchObject([
      { ariaRole: 'button', ariaLabel: 'Add the file endpoint', draggable: false, focusable: true },
    ]);
  });

  it('makes a chip a picture, but for one whose sign can be pressed', () => {
    const { resource: _, ...chip } = item('chip:entra', [10, 10, 100, 24], { role: 'chip' });
    const marker = { number: 1, severity: 'error', fingerprints: ['a'] };
    const signed = { ...chip, markers: [marker] } as unknown as SceneItem;
    expect(toFlow(sceneOf(chip), factsOf)).toMatchObject([{ ariaRole: 'img' }]);
    expect(toFlow(sceneOf(signed), factsOf)).toMatchObject([{ ariaRole: 'group' }]);
  });

  it('leaves cards and rows where the drawing puts them', () => {
    const { resource: _, ...card } = item('card:dns-zones', [0, 700, 500, 80], { role: 'card' });
    const [cardNode, zone] = toFlow(
      sceneOf(card, item('zone', [10, 740, 160, 30], { role: 'row', parent: card.id })),
      factsOf,
    );
    expect(cardNode).toMatchObject({ draggable: false, focusable: false });
    expect(zone).toMatchObject({ draggable: false, focusable: true });
  });

  it('draws an item whose container is not in the scene on the open canvas', () => {
    const [node] = toFlow(sceneOf(item('lost', [5, 6, 10, 10], { parent: 'gone' })), factsOf);
    expect(node).toMatchObject({ position: { x: 5, y: 6 } });
    expect(node?.parentId).toBeUndefined();
  });
});

describe('inReadingOrder', () => {
  it('goes through each container from top to bottom and from left to right before it leaves it', () => {
    const ordered = inReadingOrder([
      item('right', [500, 0, 100, 100], { role: 'container' }),
      item('left', [0, 0, 100, 100], { role: 'container' }),
      item('low', [10, 60, 10, 10], { parent: 'left' }),
      item('high', [10, 10, 10, 10], { parent: 'left' }),
    ]);
    expect(ordered.map(({ id }) => id)).toEqual(['left', 'high', 'low', 'right']);
  });
});
