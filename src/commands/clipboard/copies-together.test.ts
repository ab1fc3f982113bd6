import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { drawnBoxes, withPlacesKept } from '#drawing';
import {
  ancestorsOf,
  type Box,
  type Design,
  findOfKind,
  findResource,
  type Resource,
  type ResourceId,
} from '#model';
import { commandContext, design } from '#testing';
import type { CommandContext } from '../command.ts';
import { moveSeveralTo } from '../move-to.ts';
import { copy, cut, duplicate, loadCopying, paste } from './clipboard.ts';

await loadCopying();

const id = (text: string) => text as ResourceId;

const workspaces = () =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.0.0/24')
    .subnet('snet-endpoints', 'vnet', '10.0.1.0/24')
    .inRegion('storage-account', 'stml')
    .inRegion('key-vault', 'kv')
    .inRegion('container-registry', 'cr')
    .inRegion('application-insights', 'appi')
    .inRegion('workspace', 'mlw', {
      storageAccount: 'stml',
      keyVault: 'kv',
      containerRegistry: 'cr',
      applicationInsights: 'appi',
    })
    .inRegion('storage-account', 'stml2')
    .inRegion('key-vault', 'kv-2')
    .inRegion('workspace', 'mlw-2', { storageAccount: 'stml2', keyVault: 'kv-2' })
    .add('compute-cluster', 'cpu', 'snet', { workspace: 'mlw' })
    .add('compute-cluster', 'gpu', 'snet', { workspace: 'mlw' })
    .add('compute-cluster', 'gpu-large', 'snet', { workspace: 'mlw-2' })
    .add('virtual-machine', 'vm', 'snet')
    .add('private-endpoint', 'pe', 'snet-endpoints', { target: 'stml', groupIds: ['blob'] });

const twoWorkspaces = () => workspaces().build();

/** A design that is edited as the page does it. */
function opened(start: Design) {
  const context = commandContext(start);
  const { store } = context;
  store.setState({ keepPlaces: withPlacesKept });
  const boxes = () => drawnBoxes(store.getState().design, store.getState().result);
  return { context, store, boxes };
}

type Boxes = Readonly<Record<string, Box>>;

function boxesOf(boxes: Boxes, ids: readonly ResourceId[]): readonly Box[] {
  return ids.map((one) => {
    const box = boxes[one];
    if (!box) throw new Error(`${one} is not drawn`);
    return box;
  });
}

/** Where boxes stand, from the first of them. */
const shapeOf = ([first, ...others]: readonly Box[]) =>
  others.map(({ x, y }) => ({ x: x - (first?.x ?? 0), y: y - (first?.y ?? 0) }));

/** Pairs of things in one container that lie over each other. */
function overlapsIn({ resources }: Design, boxes: Boxes): readonly string[] {
  const over = (a: Box, b: Box) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  return resources.flatMap((one, at) =>
    resources.slice(at + 1).flatMap((other) => {
      const [a, b] = [boxes[one.id], boxes[other.id]];
      return a && b && one.parent === other.parent && over(a, b) ? [`${one.name} and ${other.name}`] : [];
    }),
  );
}

/** A box from the corner of the drawing. */
function onDrawing({ resources }: Design, boxes: Boxes, one: ResourceId): Box {
  const [box] = boxesOf(boxes, [one]);
  if (!box) throw new Error(`${one} is not drawn`);
  const around = ancestorsOf({ resources }, one).flatMap(({ id: own }) => boxes[own] ?? []);
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return { ...box, x: box.x + sum(around.map(({ x }) => x)), y: box.y + sum(around.map(({ y }) => y)) };
}

/** How far two groups of boxes are from each other. */
function roomBetween(some: readonly Box[], others: readonly Box[]): number {
  const rooms = some.flatMap((a) =>
    others.map((b) =>
      Math.max(a.x - b.x - b.width, b.x - a.x - a.width, a.y - b.y - b.height, b.y - a.y - a.height),
    ),
  );
  return Math.min(...rooms);
}

const services = ['mlw', 'stml', 'cr', 'kv', 'appi'];

/** Puts what is copied or cut into a container. */
const pasteInto = (container: string) => (context: CommandContext) => {
  context.store.getState().select(id(container));
  void paste.run(context);
};

/** A second region, network and subnet, with something in each. */
const elsewhere = () =>
  workspaces()
    .add('region', 'northeurope')
    .add('virtual-network', 'vnet-north', 'northeurope', { addressPrefixes: ['10.9.0.0/16'] })
    .subnet('snet-north', 'vnet-north', '10.9.0.0/24')
    .add('virtual-machine', 'vm-north', 'snet-north')
    .add('storage-account', 'stnorth', 'northeurope')
    .build();

describe('what comes out of one container into another', () => {
  it.each([
    ['the services of a workspace', services, 'northeurope'],
    ['a network and a service', ['vnet', 'stml'], 'northeurope'],
    ['a column of computes', ['cpu', 'gpu', 'vm'], 'snet-north'],
    ['a column of computes, into one that has some', ['cpu', 'gpu', 'gpu-large'], 'snet-endpoints'],
    ['two subnets', ['snet', 'snet-endpoints'], 'vnet-north'],
    ['things of two subnets', ['cpu', 'vm', 'pe'], 'snet-north'],
  ] as const)(
    'is one block in its shape, once pasted, pasted again, cut and moved: %s',
    (_, names, target) => {
      const ways: readonly ((context: CommandContext) => void)[] = [
        (context) => void copy.run(context),
        (context) => {
          void copy.run(context);
          pasteInto(target)(context);
        },
        (context) => void cut.run(context),
      ];
      const shapes = ways.map((way) => {
        const { context, store, boxes } = opened(elsewhere());
        store.getState().selectAll(names.map(id));
        way(context);
        pasteInto(target)(context);
        const { design: after, selected } = store.getState();
        expect(selected.map((one) => findResource(after, one)?.parent)).toEqual(names.map(() => target));
        expect(overlapsIn(after, boxes())).toEqual([]);
        return shapeOf(boxesOf(boxes(), selected));
      });
      const { context, store, boxes } = opened(elsewhere());
      const before = shapeOf(names.map((name) => onDrawing(store.getState().design, boxes(), id(name))));
      moveSeveralTo(context, names.map(id), id(target));
      expect(overlapsIn(store.getState().design, boxes())).toEqual([]);
      expect([...shapes, shapeOf(boxesOf(boxes(), names.map(id)))]).toEqual(Array(4).fill(before));
    },
  );
});

describe('copies of what lies side by side', () => {
  it.each([
    ['the services of a workspace, duplicated', services, [duplicate], 80],
    ['the services of a workspace, pasted', services, [copy, paste], 80],
    ['the services of a workspace, pasted a second time', services, [copy, paste, paste], 400],
    ['some services with others between them', ['stml', 'mlw-2', 'appi'], [duplicate], 80],
    ['a column of computes in a subnet, duplicated', ['cpu', 'gpu', 'gpu-large'], [duplicate], 80],
    ['a column of computes in a subnet, pasted', ['cpu', 'gpu', 'vm'], [copy, paste], 80],
    ['a network and a service', ['vnet', 'stml'], [duplicate], 300],
    ['two subnets', ['snet', 'snet-endpoints'], [duplicate], 80],
  ] as const)('are %s: one block in the shape of their originals, near by', (_, names, acts, farthest) => {
    const { context, store, boxes } = opened(twoWorkspaces());
    const before = boxes();
    store.getState().selectAll(names.map(id));
    const originals = boxesOf(before, names.map(id));
    for (const act of acts) void act.run(context);
    const { design: after, selected } = store.getState();
    const copies = boxesOf(boxes(), selected);
    expect(shapeOf(copies)).toEqual(shapeOf(originals));
    expect(overlapsIn(after, boxes())).toEqual([]);
    expect(roomBetween(copies, originals)).toBeLessThan(farthest);
    expect(boxesOf(boxes(), names.map(id))).toEqual(originals);
  });

  it('keep their shape and overlap nothing, whichever are chosen of any architecture', () => {
    const groups = blueprints.flatMap(({ build }) => {
      const start = build();
      const before = opened(start).boxes();
      // What a workspace has in no subnet may stand in the network that Azure runs for it.
      const isAround = ({ id: own, parent, ...rest }: Resource) =>
        before[own] !== undefined &&
        parent !== undefined &&
        !('workspace' in rest && findOfKind(start, parent, 'region')) &&
        rest.kind !== 'subnet';
      const homes = [...new Set(start.resources.map(({ parent }) => parent))];
      return homes
        .map((home) => start.resources.filter((one) => one.parent === home && isAround(one)))
        .filter((things) => things.length > 1)
        .map((things) => ({ start, before, things }));
    });
    const some = fc
      .constantFrom(...groups)
      .chain(({ things, ...rest }) =>
        fc.subarray(things, { minLength: 2 }).map((chosen) => ({ ...rest, things: chosen })),
      );
    fc.assert(
      fc.property(some, ({ start, before, things }) => {
        const { context, store, boxes } = opened(start);
        const ids = things.map((one) => one.id);
        store.getState().selectAll(ids);
        void duplicate.run(context);
        const { design: after, selected } = store.getState();
        expect(after).not.toBe(start);
        expect(shapeOf(boxesOf(boxes(), selected))).toEqual(shapeOf(boxesOf(before, ids)));
        expect(overlapsIn(after, boxes())).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
