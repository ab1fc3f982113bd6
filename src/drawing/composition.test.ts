import { describe, expect, it } from 'vitest';
import { adapt, blueprints } from '#blueprints';
import { measures } from '#layout';
import { type Design, edits, resourcesOfKind } from '#model';
import { deriveNetwork } from '#network';
import { drawScene } from './draw-scene.ts';
import type { Scene, SceneItem } from './scene.ts';

const draw = (design: Design): Scene => drawScene({ design, network: deriveNetwork(design) });

const blueprintOf = (id: string) => {
  const found = blueprints.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

const wordsOf = (item: SceneItem | undefined): readonly string[] =>
  (item?.shapes ?? []).flatMap((shape) => (shape.type === 'text' ? [shape.text] : []));

const bottomOf = ({ y, height }: SceneItem): number => y + height;

describe('the composition of every reference architecture', () => {
  const subnetsIn = ({ items }: Scene) =>
    items.filter(({ label, role }) => role === 'container' && label.includes(', subnet'));

  it.each(blueprints.map(({ id, build }) => [id, build] as const))(
    'stands the nodes of each subnet of %s under its head, and each close to the next',
    (_, build) => {
      const scene = draw(build());
      for (const subnet of subnetsIn(scene)) {
        const inside = scene.items.filter(({ parent, role }) => parent === subnet.id && role !== 'badge');
        const chips = scene.items.filter(({ parent, role }) => parent === subnet.id && role === 'badge');
        const head = Math.max(subnet.y + measures.subnet.tallHeader, ...chips.map(bottomOf));
        for (const x of new Set(inside.map((node) => node.x))) {
          let end = head;
          for (const node of inside.filter((one) => one.x === x).sort((one, other) => one.y - other.y)) {
            expect(node.y - end, node.label).toBeLessThanOrEqual(measures.subnet.rowGap);
            end = bottomOf(node);
          }
        }
      }
    },
  );

  it.each(blueprints.map(({ id, build }) => [id, build] as const))(
    'leaves no room for another node in a subnet of %s',
    (_, build) => {
      const scene = draw(build());
      for (const subnet of subnetsIn(scene)) {
        const inside = scene.items.filter(({ parent, role }) => parent === subnet.id && role === 'node');
        if (inside.length === 0) continue;
        const empty = bottomOf(subnet) - Math.max(...inside.map(bottomOf)) - measures.subnet.foot;
        expect(empty, subnet.label).toBeLessThan(measures.node.heightInSubnet);
      }
    },
  );

  it.each(blueprints.map(({ id, build }) => [id, build] as const))(
    'makes no network of %s higher than its highest column of subnets needs',
    (_, build) => {
      const scene = draw(build());
      const subnets = subnetsIn(scene);
      for (const network of scene.items.filter(({ id }) => subnets.some(({ parent }) => parent === id))) {
        const low = Math.max(...subnets.filter(({ parent }) => parent === network.id).map(bottomOf));
        expect(bottomOf(network) - low, network.label).toBe(measures.virtualNetwork.inset);
      }
    },
  );

  it.each(blueprints.map(({ id, build }) => [id, build] as const))(
    'ends subnets of %s that stand side by side at one line, or well apart',
    (_, build) => {
      const { items } = draw(build());
      const subnets = items.filter(({ label, role }) => role === 'container' && label.includes(', subnet'));
      for (const one of subnets)
        for (const other of subnets.filter(({ parent }) => parent === one.parent)) {
          const apart = Math.abs(bottomOf(one) - bottomOf(other));
          expect(apart === 0 || apart > 8, `${one.label} and ${other.label}`).toBe(true);
        }
    },
  );

  it.each(blueprints.map(({ id, build }) => [id, build] as const))(
    'keeps lines to the zones of %s clear of the borders that they run along',
    (_, build) => {
      const { items, edges } = draw(build());
      const borders = items
        .filter(({ role }) => role === 'container')
        .flatMap(({ y, height }) => [y, y + height]);
      for (const { points, label } of edges.filter(({ id }) => id.startsWith('zones:')))
        for (const [at, { y }] of points.slice(1).entries())
          if (y === points[at]?.y)
            expect(Math.min(...borders.map((border) => Math.abs(border - y))), label).toBeGreaterThan(9);
    },
  );

  it.each(blueprints.map(({ id, build }) => [id, build] as const))(
    'leaves no more than a row of a network that Microsoft runs for %s empty',
    (_, build) => {
      const { items } = draw(build());
      for (const { id, label } of items.filter((item) => item.label.startsWith('Network of Microsoft'))) {
        const rows = items.filter(({ parent }) => parent === id).sort((a, b) => a.y - b.y);
        expect(rows.length).toBeGreaterThan(2);
        for (const [at, row] of rows.slice(1).entries())
          expect(row.y - bottomOf(rows[at] ?? row), label).toBeLessThan(1.5 * row.height);
      }
    },
  );

  it.each(blueprints.map(({ id, build }) => [id, build] as const))(
    'draws the internet over %s no wider than what is below it',
    (_, build) => {
      const { items } = draw(build());
      const card = items.find(({ id }) => id === 'card:internet');
      const below = items.filter(({ role, id }) => role === 'container' || id === 'card:dns-zones');
      if (!card) throw new Error('no card');
      expect(card.x + card.width).toBe(Math.max(...below.map(({ x, width }) => x + width)));
    },
  );

  it.each(blueprints.map(({ id, build }) => [id, build] as const))(
    'makes %s wider than high, as screens and sheets are',
    (_, build) => {
      const { items } = draw(build());
      const right = Math.max(...items.map(({ x, width }) => x + width));
      const bottom = Math.max(...items.map(bottomOf));
      const top = Math.min(...items.map(({ y }) => y));
      expect((right - Math.min(...items.map(({ x }) => x))) / (bottom - top)).toBeGreaterThan(1.1);
    },
  );

  it.each(blueprints.map(({ id, build }) => [id, build] as const))(
    'draws no service of %s right of everything else',
    (_, build) => {
      const { items } = draw(build());
      const region = items.find(({ label }) => label.endsWith(', region'));
      if (!region) throw new Error('no region');
      for (const { label, x, width, role } of items)
        if (role === 'node') expect(x + width, label).toBeLessThanOrEqual(region.x + region.width);
    },
  );
});

describe('the drawing of a way in', () => {
  it.each(blueprints.map(({ id, build }) => [id, build] as const))(
    'ends at the border of what it leads to, and not on its words, in %s',
    (_, build) => {
      const { items, edges } = draw(build());
      for (const { to, points, meaning } of edges.filter((edge) => edge.meaning === 'inbound')) {
        const item = items.find(({ id }) => id === to);
        const end = points.at(-1);
        if (!item || !end) throw new Error(`nothing at the end of ${meaning} to ${to}`);
        const inside = Math.min(
          end.x - item.x,
          item.x + item.width - end.x,
          end.y - item.y,
          bottomOf(item) - end.y,
        );
        expect(inside, item.label).toBeLessThanOrEqual(2);
      }
    },
  );

  it('leads each subnet that has a route to its firewall, not the first of a network for all', () => {
    const design = blueprintOf('recommended').build();
    const having = resourcesOfKind(design, 'subnet').filter(({ routeTable }) => routeTable !== undefined);
    const routes = draw(design).edges.filter(({ meaning }) => meaning === 'route');
    expect(having.map(({ name }) => name)).toEqual(['snet-training', 'snet-scoring']);
    expect(routes.map(({ from }) => from)).toEqual(having.map(({ id }) => id));
  });

  it('leads from people on the internet to a public workspace', () => {
    const { items, edges } = draw(blueprintOf('public-workspace').build());
    const labelOf = (wanted: string) => items.find(({ id }) => id === wanted)?.label ?? '';
    const inbound = edges.filter(({ meaning }) => meaning === 'inbound');
    const chip = 'In from the internet: mlw-isolated: open to public clients';
    expect(inbound.map(({ from, to }) => [labelOf(from).split(',')[0], labelOf(to)])).toEqual([
      ['Internet', expect.stringContaining(', workspace')],
      ['ML engineers', chip],
    ]);
  });

  it('leads the service to computes with public addresses, and their replies past the firewall', () => {
    const { items, edges } = draw(blueprintOf('hub-and-spoke-public-ip').build());
    const training = items.find(({ label }) => label.startsWith('snet-training, subnet'))?.id;
    const ways = edges.filter(({ from, to }) => from === training || to === training);
    expect(ways.map(({ meaning }) => meaning).sort()).toEqual(['inbound', 'outbound', 'route']);
    expect(items.filter(({ role }) => role === 'chip').map(({ label }) => label)).toContain(
      'Out past the firewall: Azure ML: reached',
    );
  });

  it('is closed, and has no thread, where everything is private', () => {
    const { edges } = draw(blueprintOf('recommended').build());
    expect(edges.some(({ meaning }) => meaning === 'inbound')).toBe(false);
    expect(edges.some(({ meaning }) => meaning === 'closed')).toBe(true);
  });
});

describe('what is drawn of one thing', () => {
  it('names the parts of a storage account beside their endpoints', () => {
    const { items } = draw(blueprintOf('recommended').build());
    const account = items.find(({ label }) => label.includes(', storage account'));
    expect(wordsOf(account)).toEqual(['stmlisolated', 'Storage, blobs', 'File share']);
  });

  it('names them also where it is put away from its endpoints', () => {
    const design = blueprintOf('recommended').build();
    const account = design.resources.find(({ kind }) => kind === 'storage-account');
    if (!account) throw new Error('There is no storage account');
    const away = { x: 900, y: 1200, width: 132, height: 100 };
    const { items } = draw(edits.placeResources(design, { [account.id]: away }));
    const drawn = items.find(({ resource }) => resource === account.id);
    expect(wordsOf(drawn)).toEqual(['stmlisolated', 'Storage, blobs', 'File share']);
  });

  it('tells zones of one name apart by the networks that they are linked to', () => {
    const { items } = draw(blueprintOf('isolated-network').build());
    const card = items.find(({ id }) => id === 'card:dns-zones');
    expect(wordsOf(card)).toEqual([
      'Private DNS zones',
      expect.stringContaining('linked to vnet-main'),
      expect.stringContaining('linked to vnet-ml-isolated'),
    ]);
  });

  it.each([
    ['that some answer more networks than all do', 2, /linked to vnet-hub, some to others too$/],
    ['of those that answer no network, apart', 0, /linked to no network shown$/],
  ])('says of zones %s', (_, networks, words) => {
    const design = blueprintOf('hub-and-spoke-firewall').build();
    const all = design.resources.filter(({ kind }) => kind === 'virtual-network').map(({ id }) => id);
    const [last] = design.resources.filter(({ kind }) => kind === 'private-dns-zone').slice(-1);
    if (last?.kind !== 'private-dns-zone') throw new Error('There is no zone');
    const virtualNetworkLinks = all
      .slice(0, networks)
      .map((virtualNetwork, at) => ({ name: `link-${at}`, virtualNetwork, registrationEnabled: false }));
    const { items } = draw(
      edits.updateResource(design, last.id, 'private-dns-zone', { virtualNetworkLinks }),
    );
    expect(items.find(({ id }) => id === 'card:dns-zones')?.label).toMatch(words);
  });

  it('shows storage past the firewall as shut where a security group stops it on the way', () => {
    const stateOf = (design: Design) =>
      draw(design).items.find(({ id }) => id.endsWith('Azure ML managed storage'))?.label;
    const design = blueprintOf('recommended-exfiltration-prevention').build();
    expect(stateOf(design)).toMatch(/: open/);
    const shut = {
      name: 'shut',
      priority: 100,
      direction: 'Outbound',
      access: 'Deny',
      protocol: 'Tcp',
      sourceAddressPrefixes: ['*'],
      sourcePortRanges: ['*'],
      destinationAddressPrefixes: ['Internet'],
      destinationPortRanges: ['*'],
    } as const;
    const groups = design.resources.filter((one) => one.kind === 'network-security-group');
    const closed = groups.reduce(
      (now, { id }) => edits.updateResource(now, id, 'network-security-group', { securityRules: [shut] }),
      design,
    );
    expect(stateOf(closed)).toMatch(/: blocked/);
  });

  it.each(blueprints.map(({ id, build }) => [id, build] as const))(
    'joins endpoints that Microsoft runs for %s to the middle of the part that they lead to, without a bend',
    (_, build) => {
      const { items, edges } = draw(build());
      for (const { from, to, points, label } of edges.filter(({ id }) =>
        /^link:(deployments|managed)/.test(id),
      )) {
        const [start, end] = [items.find(({ id }) => id === from), points.at(-1)];
        const service = items.find(({ id }) => id === to);
        if (!start || !end || !service) throw new Error(`Nothing at an end of ${label}`);
        expect(points, label).toHaveLength(2);
        const own = edges.filter(
          (one) => one.to === to && one.meaning === 'private-link' && one.points.at(-1)?.y === end.y,
        );
        // At the name of the service, or at a row that an endpoint of one's own has, too.
        expect(own.length > 1 || end.y - service.y <= measures.node.height / 2, label).toBe(true);
      }
    },
  );

  it('stands each of several managed networks beside its services, its links straight', () => {
    const adapted = adapt(blueprintOf('managed-network'), { workspaces: 2, addressSpace: '10.0.0.0/16' });
    if (!('design' in adapted)) throw new Error(adapted.fault);
    const { edges } = draw(adapted.design);
    const links = edges.filter(({ id, meaning }) => meaning === 'private-link' && id.includes('managed'));
    expect(links).toHaveLength(10);
    expect(links.filter(({ points }) => points.length > 2)).toEqual([]);
  });
});
