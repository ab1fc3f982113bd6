import { describe, expect, it } from 'vitest';
import { deriveNetwork } from '#network';
import { design } from '#testing';
import { drawScene } from './draw-scene.ts';
import { enters, segmentsOf } from './geometry.ts';
import type { Scene } from './scene.ts';

const draw = (builder: ReturnType<typeof design>): Scene => {
  const built = builder.build();
  return drawScene({ design: built, network: deriveNetwork(built) });
};
const counted = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

/** Edges that run through a network which they do not lead to. */
const throughNetworks = ({ items, edges }: Scene): readonly string[] => {
  const parents = new Map(items.map(({ id, parent }) => [id, parent]));
  const around = (id: string | undefined): readonly string[] =>
    id === undefined ? [] : [id, ...around(parents.get(id))];
  return edges.flatMap(({ from, to, points, label }) => {
    const ends = new Set([...around(from), ...around(to)]);
    return items
      .filter(({ id, role }) => role === 'container' && !ends.has(id))
      .filter((item) => segmentsOf(points).some(([a, b]) => enters(a, b, item, 0)))
      .map((item) => `${label} runs through ${item.label}`);
  });
};

describe('a hub with twenty spokes', () => {
  const scene = draw(
    counted(20).reduce(
      (builder, at) =>
        builder
          .virtualNetwork(`spoke-${at}`, `10.${at}.0.0/24`)
          .subnet(`training-${at}`, `spoke-${at}`, `10.${at}.0.0/26`)
          .subnet(`endpoints-${at}`, `spoke-${at}`, `10.${at}.0.64/26`)
          .add('compute-cluster', `cluster-${at}`, `training-${at}`, { maxNodeCount: 4 })
          .inRegion('storage-account', `st${at}`)
          .privateEndpoint(`st${at}`, 'blob', `endpoints-${at}`, [])
          .peering('hub', `spoke-${at}`),
      design()
        .virtualNetwork('hub', '10.0.0.0/24')
        .subnet('AzureFirewallSubnet', 'hub', '10.0.0.0/26')
        .add('azure-firewall', 'afw', 'AzureFirewallSubnet', {}),
    ),
  );

  it('draws every peering around the other spokes', () => {
    expect(scene.edges.filter(({ meaning }) => meaning === 'peering')).toHaveLength(20);
    expect(throughNetworks(scene)).toEqual([]);
  });

  it('shows the way out of each spoke, and none that starts at nothing', () => {
    const ways = scene.edges.filter(({ meaning }) => meaning === 'outbound');
    const spokes = scene.items.filter(({ label }) => label.startsWith('spoke-'));
    for (const { id, label } of spokes) {
      const inside = scene.items.filter(({ parent }) => parent === id).map((item) => item.id);
      const own = ways.filter(({ from }) => from === id || inside.includes(from));
      expect(own, label).toHaveLength(1);
    }
    expect(ways).toHaveLength(spokes.length);
  });

  it('tells ways out that reach the same once', () => {
    const titles = scene.items
      .filter(({ role }) => role === 'chip')
      .map(({ label }) => label.split(': ')[0])
      .filter((title) => title?.startsWith('Out'));
    expect(new Set(titles)).toEqual(new Set(['Out through public addresses']));
    expect(titles.length).toBeLessThan(12);
  });
});

describe('a hub with forty-five spokes', () => {
  const scene = draw(
    counted(45).reduce(
      (builder, at) =>
        builder
          .virtualNetwork(`spoke-${at}`, `10.${at}.0.0/24`)
          .subnet(`work-${at}`, `spoke-${at}`, `10.${at}.0.0/26`)
          .add('virtual-machine', `vm-${at}`, `work-${at}`, {})
          .peering('hub', `spoke-${at}`),
      design()
        .virtualNetwork('hub', '10.0.0.0/24')
        .subnet('AzureFirewallSubnet', 'hub', '10.0.0.0/26')
        .add('azure-firewall', 'afw', 'AzureFirewallSubnet', {}),
    ),
  );
  const peerings = scene.edges.filter(({ meaning }) => meaning === 'peering');

  it('draws every peering around the other spokes', () => {
    expect(peerings).toHaveLength(45);
    expect(throughNetworks(scene)).toEqual([]);
  });

  it('names what they all are once', () => {
    const named = peerings.filter(({ shapes }) =>
      shapes.some((shape) => shape.type === 'text' && shape.text === 'Peering'),
    );
    expect(named).toHaveLength(1);
  });
});

describe('a hub and its spokes', () => {
  const drawn = (count: number, subnets: number) =>
    draw(
      counted(count).reduce(
        (builder, at) =>
          counted(subnets).reduce(
            (one, part) =>
              one
                .subnet(`work-${at}-${part}`, `spoke-${at}`, `10.${at}.${part}.0/26`)
                .add('virtual-machine', `vm-${at}-${part}`, `work-${at}-${part}`, {}),
            builder.virtualNetwork(`spoke-${at}`, `10.${at}.0.0/16`).peering('hub', `spoke-${at}`),
          ),
        design()
          .virtualNetwork('hub', '10.0.0.0/24')
          .subnet('AzureFirewallSubnet', 'hub', '10.0.0.0/26')
          .add('azure-firewall', 'afw', 'AzureFirewallSubnet', {}),
      ),
    );

  it.each([3, 4, 5, 8, 20, 45])('keep their pipes in the region, with %i spokes', (count) => {
    for (const subnets of [1, 2]) {
      const { items, edges } = drawn(count, subnets);
      const region = items.find(({ label }) => label.endsWith(', region'));
      const points = edges.flatMap((edge) => (edge.meaning === 'peering' ? edge.points : []));
      if (!region || points.length === 0) throw new Error('Nothing is joined');
      // Half of a pipe, and what keeps it from the border.
      expect(Math.max(...points.map(({ y }) => y))).toBeLessThanOrEqual(region.y + region.height - 8);
      expect(Math.max(...points.map(({ x }) => x))).toBeLessThanOrEqual(region.x + region.width - 8);
    }
  });

  it('stand in columns of one grid', () => {
    const lefts = drawn(20, 1).items.flatMap(({ label, role, x }) =>
      role === 'container' && label.startsWith('spoke') ? [x] : [],
    );
    const columns = [...new Set(lefts)].sort((a, b) => a - b);
    expect(lefts).toHaveLength(20);
    for (const [at, x] of columns.slice(1).entries()) expect(x - (columns[at] ?? 0)).toBeGreaterThan(150);
  });

  it('lay the dashes of routes that run together on each other', () => {
    const routed = counted(6).reduce(
      (builder, at) =>
        builder
          .virtualNetwork(`spoke-${at}`, `10.${at}.0.0/24`)
          .subnet(`work-${at}`, `spoke-${at}`, `10.${at}.0.0/26`)
          .add('virtual-machine', `vm-${at}`, `work-${at}`, {})
          .peering('hub', `spoke-${at}`)
          .routeTable(
            `rt-${at}`,
            [
              {
                name: 'out',
                addressPrefix: '0.0.0.0/0',
                nextHopType: 'VirtualAppliance',
                nextHopIpAddress: '10.0.0.4',
              },
            ],
            `work-${at}`,
          ),
      design()
        .virtualNetwork('hub', '10.0.0.0/24')
        .subnet('AzureFirewallSubnet', 'hub', '10.0.0.0/26')
        .add('azure-firewall', 'afw', 'AzureFirewallSubnet', {}),
    );
    const routes = draw(routed).edges.filter(({ meaning }) => meaning === 'route');
    expect(routes.length).toBeGreaterThan(3);
    for (const { points, shapes } of routes) {
      const [line] = shapes;
      const end = points.at(-1);
      if (line?.type !== 'path' || !end) throw new Error('It is no line');
      const [x = 0, y = 0] = line.d.slice(1).split(/[LQ ]/).map(Number);
      expect(Math.abs(x - end.x) + Math.abs(y - end.y)).toBeLessThan(12);
    }
  });
});

describe('thirty private endpoints in one subnet', () => {
  it('are each joined to their service by one straight line', () => {
    const scene = draw(
      counted(10).reduce(
        (builder, at) =>
          ['blob', 'dfs', 'file'].reduce(
            (one, group) => one.privateEndpoint(`st${at}`, group, 'endpoints', []),
            builder.inRegion('storage-account', `st${at}`),
          ),
        design().virtualNetwork('network', '10.0.0.0/22').subnet('endpoints', 'network', '10.0.0.0/24'),
      ),
    );
    const links = scene.edges.filter(({ meaning }) => meaning === 'private-link');
    expect(links.map(({ points }) => points.length)).toEqual(Array.from({ length: 30 }, () => 2));
  });
});

describe('endpoints in two staggered columns', () => {
  const groups = ['blob', 'file', 'dfs', 'queue'];
  const drawn = (counts: readonly number[]) => {
    const scene = draw(
      counts.reduce(
        (builder, count, at) =>
          groups
            .slice(0, count)
            .reduce(
              (one, group) => one.privateEndpoint(`st${at}`, group, 'endpoints', []),
              builder.inRegion('storage-account', `st${at}`),
            ),
        design().virtualNetwork('network', '10.0.0.0/22').subnet('endpoints', 'network', '10.0.0.0/24'),
      ),
    );
    const links = scene.edges.filter(({ meaning }) => meaning === 'private-link');
    return { scene, links };
  };
  /** Links through nodes that they do not join, the room above these included. */
  const crossed = ({ scene, links }: ReturnType<typeof drawn>, above: number) =>
    links.flatMap(({ points, label, from, to }) =>
      scene.items
        .filter(({ id, role }) => role === 'node' && id !== from && id !== to)
        .map((node) => ({ ...node, y: node.y - above, height: node.height + above }))
        .filter((node) => segmentsOf(points).some(([a, b]) => enters(a, b, node, 0)))
        .map((node) => `${label} crosses ${node.label}`),
    );
  const signs = 12;

  it.each([
    ['one for each service', Array.from({ length: 30 }, () => 1), signs],
    ['several for some services', [1, 1, 2, 1, 3, 1, 1, 4, 2, 2, 1, 3, 1, 1, 1, 2, 1, 1, 1], 0],
  ])('are half as high as one, each link straight and clear of nodes: %s', (_, counts, above) => {
    const all = drawn(counts);
    expect(all.links.map(({ points }) => points.length)).toEqual(Array.from({ length: 30 }, () => 2));
    expect(all.scene.height).toBeLessThan(1400);
    expect(crossed(all, above)).toEqual([]);
  });
});

describe('names of eighty characters', () => {
  const long = (start: string) => start.padEnd(80, '-fraud-detection-models');
  const scene = draw(
    design()
      .virtualNetwork(long('vnet'), '10.0.0.0/22')
      .subnet(long('snet'), long('vnet'), '10.0.0.0/24')
      .add('compute-cluster', long('cluster'), long('snet'), { maxNodeCount: 4 })
      .inRegion('key-vault', long('kv'))
      .privateEndpoint(long('kv'), 'vault', long('snet'), []),
  );

  it.each(['vnet', 'snet', 'cluster', 'kv'])(
    'are cut with the whole of it at hand, as of the %s',
    (start) => {
      const item = scene.items.find(({ label }) => label.startsWith(long(start)));
      const [name] = item?.shapes.flatMap((shape) => (shape.type === 'text' ? [shape] : [])) ?? [];
      expect(name?.text).toMatch(/….*|\.\.\./);
      expect(name?.full).toBe(long(start));
    },
  );
});
