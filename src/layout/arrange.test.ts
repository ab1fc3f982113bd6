import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, type Design, emptyDesign, type Resource, type ResourceId, resourceKinds } from '#model';
import { arrange } from './arrange.ts';
import { drawnOf, internetCard, type LayoutGhost, type Thing, zonesCard } from './drawn.ts';
import { effectiveLayout } from './effective-layout.ts';

/** What kinds cannot do without. */
const properties: Readonly<Record<string, object>> = {
  'virtual-network': { addressPrefixes: ['10.0.0.0/16'] },
  subnet: { addressPrefixes: ['10.0.0.0/24'] },
  'on-premises-network': { addressPrefixes: ['10.50.0.0/16', '10.51.0.0/16'] },
  'private-endpoint': { groupIds: ['blob'] },
  'compute-cluster': { maxNodeCount: 40 },
  'kubernetes-cluster': { agentPoolProfiles: [] },
  'attached-compute': { computeType: 'Databricks' },
  'dns-resolver-endpoint': { direction: 'inbound' },
  'private-link-service': { armType: 'Microsoft.Cache/Redis' },
  'virtual-network-gateway': { gatewayType: 'ExpressRoute' },
  'virtual-network-peering': { remoteVirtualNetwork: 'r0' },
};

const idOf = (at: number) => `r${at}`;

/** Any kinds in any containers: also those that no containment rule allows, loops and parents that do not exist. */
const designs = fc
  .array(
    fc.record({
      kind: fc.oneof(
        fc.constantFrom(...resourceKinds),
        fc.constantFrom(
          'region',
          'virtual-network',
          'subnet',
          'private-endpoint',
          'storage-account',
          'compute-cluster',
        ),
      ),
      name: fc.oneof(
        fc.string({ maxLength: 90 }),
        fc.constantFrom('AzureFirewallSubnet', 'GatewaySubnet', 'a'),
      ),
      parent: fc.option(fc.nat(40)),
      reference: fc.nat(40),
      isStub: fc.boolean(),
      box: fc.option(
        fc.record({
          x: fc.integer({ min: -300, max: 2000 }),
          y: fc.integer({ min: -300, max: 2000 }),
          width: fc.integer({ min: 0, max: 900 }),
          height: fc.integer({ min: 0, max: 900 }),
        }),
        { freq: 3 },
      ),
    }),
    { maxLength: 40 },
  )
  .map((drafts): Design => {
    const resources = drafts.map(({ kind, name, parent, reference, isStub }, at) => ({
      id: idOf(at),
      kind,
      name,
      ...properties[kind],
      ...(parent === null ? {} : { parent: idOf(parent) }),
      ...(kind === 'private-endpoint' ? { target: idOf(reference) } : {}),
      ...(kind === 'subnet'
        ? { networkSecurityGroup: idOf(reference), routeTable: idOf(reference + 1) }
        : {}),
      ...(isStub && at % 5 === 0 ? { presence: 'not-shown' } : {}),
    })) as unknown as readonly Resource[];
    const layout = Object.fromEntries(drafts.flatMap(({ box }, at) => (box ? [[idOf(at), box]] : [])));
    return { ...emptyDesign('random'), resources, layout };
  });

const ghosts = fc
  .array(
    fc.record({
      parent: fc.nat(40),
      target: fc.nat(40),
      kind: fc.constantFrom('private-endpoint', 'private-dns-zone', 'network-security-group', 'subnet'),
    }),
    { maxLength: 4 },
  )
  .map((drafts) =>
    drafts.map(
      ({ parent, target, kind }, at) =>
        ({
          id: `ghost-${at}`,
          kind,
          name: `missing ${at}`,
          fact: 'Missing',
          parent: idOf(parent),
          target: idOf(target),
        }) as LayoutGhost,
    ),
  );

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Pairs of siblings that overlap, and children that stand out of their container. */
function faultsOf(
  design: Design,
  missing: readonly LayoutGhost[],
  boxes: Readonly<Record<string, Box>>,
): readonly string[] {
  const faults: string[] = [];
  const visit = (things: readonly Thing[], container: Thing | undefined) => {
    const inside = things.map((thing) => {
      const box = boxes[thing.id];
      if (!box) faults.push(`${thing.id} (${thing.kind}) has no box`);
      return { thing, box: box ?? { x: 0, y: 0, width: 0, height: 0 } };
    });
    for (const [at, one] of inside.entries())
      for (const other of inside.slice(at + 1))
        if (overlap(one.box, other.box)) faults.push(`${one.thing.id} overlaps ${other.thing.id}`);
    const around = container && boxes[container.id];
    for (const { thing, box } of inside) {
      if (
        around &&
        (box.x < 0 || box.y < 0 || box.x + box.width > around.width || box.y + box.height > around.height)
      )
        faults.push(`${thing.id} stands out of ${container.id}`);
      visit(thing.children, thing);
    }
  };
  const { roots } = drawnOf(design, { ghosts: missing });
  visit(roots, undefined);
  const tops = roots.flatMap((root) => boxes[root.id] ?? []);
  for (const card of [internetCard, zonesCard]) {
    const box = boxes[card];
    if (box && tops.some((top) => overlap(box, top))) faults.push(`${card} overlaps what is drawn`);
  }
  return faults;
}

describe('arrange', () => {
  it('gives a box to what an endpoint outside any subnet serves', () => {
    const id = (text: string) => text as ResourceId;
    const resources: readonly Resource[] = [
      { id: id('n'), kind: 'virtual-network', name: 'n', addressPrefixes: ['10.0.0.0/16'] },
      { id: id('e'), kind: 'private-endpoint', name: 'e', groupIds: [], parent: id('n'), target: id('s') },
      { id: id('s'), kind: 'storage-account', name: 's' },
    ];
    expect(arrange({ ...emptyDesign('odd'), resources })).toHaveProperty('s');
  });

  it('places everything that is drawn, without overlaps and inside its container', () => {
    fc.assert(
      fc.property(designs, ghosts, (design, missing) => {
        expect(faultsOf(design, missing, arrange(design, { ghosts: missing }))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same boxes for the same design', () => {
    fc.assert(
      fc.property(designs, (design) => {
        expect(arrange(design)).toEqual(arrange(structuredClone(design)));
      }),
      {
        numRuns: 50,
      },
    );
  });

  it('stands each service at the height of its endpoint', () => {
    const resource = (kind: string, id: string, parent?: string, rest: object = {}) =>
      ({
        id,
        kind,
        name: id,
        ...properties[kind],
        ...(parent ? { parent } : {}),
        ...rest,
      }) as unknown as Resource;
    const design: Design = {
      ...emptyDesign('aligned'),
      resources: [
        resource('region', 'region'),
        resource('virtual-network', 'network', 'region'),
        resource('subnet', 'endpoints', 'network'),
        resource('private-endpoint', 'vault-endpoint', 'endpoints', { target: 'vault', groupIds: ['vault'] }),
        resource('private-endpoint', 'blob', 'endpoints', { target: 'storage', groupIds: ['blob'] }),
        resource('private-endpoint', 'file', 'endpoints', { target: 'storage', groupIds: ['file'] }),
        resource('key-vault', 'vault', 'region'),
        resource('storage-account', 'storage', 'region'),
      ],
    };
    const boxes = arrange(design);
    const top = (id: string) => (boxes[id]?.y ?? 0) + (boxes.network?.y ?? 0) + (boxes.endpoints?.y ?? 0);
    expect(boxes.storage?.y).toBe(top('blob') + 1);
    expect(boxes.vault?.y).toBe(top('vault-endpoint') + 1);
    expect(boxes.storage?.height).toBeGreaterThan(90);
  });
});

describe('effectiveLayout', () => {
  it('keeps everything apart and inside, whatever a person placed where', () => {
    fc.assert(
      fc.property(designs, ghosts, (design, missing) => {
        expect(faultsOf(design, missing, effectiveLayout(design, { ghosts: missing }))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a placed thing where it was put when nothing is in its way', () => {
    const region = { id: 'region', kind: 'region', name: 'westeurope' };
    const vault = { id: 'vault', kind: 'key-vault', name: 'vault', parent: 'region' };
    const design: Design = {
      ...emptyDesign('placed'),
      resources: [region, vault] as unknown as readonly Resource[],
      layout: { vault: { x: 420, y: 310, width: 1, height: 1 } },
    };
    const boxes = effectiveLayout(design);
    expect(boxes.vault).toMatchObject({ x: 420, y: 310 });
    expect(boxes.region?.width).toBeGreaterThan(420 + (boxes.vault?.width ?? 0));
  });

  it('grows a container that a person made smaller than its contents', () => {
    const resources = [
      { id: 'network', kind: 'virtual-network', name: 'network', addressPrefixes: [] },
      { id: 'subnet', kind: 'subnet', name: 'subnet', parent: 'network', addressPrefixes: [] },
    ] as unknown as readonly Resource[];
    const layout = { network: { x: 5, y: 5, width: 20, height: 20 } };
    const boxes = effectiveLayout({ ...emptyDesign('small'), resources, layout });
    expect(boxes.network?.height).toBeGreaterThan((boxes.subnet?.y ?? 0) + (boxes.subnet?.height ?? 0));
  });
});
