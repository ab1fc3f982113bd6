import { describe, expect, it } from 'vitest';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { design } from '#testing';
import { drawScene } from './draw-scene.ts';
import { edgeSamples } from './edge-shapes.ts';

const drawn = (builder: ReturnType<typeof design>) => {
  const built = builder.build();
  const network = deriveNetwork(built);
  return drawScene({ design: built, network, result: check(built, { today: '2026-11-27' }) });
};
const strokesOf = (scene: ReturnType<typeof drawn>, meaning: string) =>
  scene.edges
    .filter((edge) => edge.meaning === meaning)
    .map(({ shapes: [line] }) => (line?.type === 'path' ? [line.stroke, line.dash] : []));

const open = (publicNetworkAccess: 'Enabled' | 'Disabled') =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.0.0/24')
    .inRegion('workspace', 'mlw', { publicNetworkAccess });

describe('ways between the design and the internet', () => {
  it('look as their chips do: what is open by mistake is no sound line', () => {
    const scene = drawn(open('Enabled'));
    const chip = scene.items.find(({ role, markers }) => role === 'chip' && markers.length > 0);
    expect(chip?.label).toMatch(/1 error/);
    expect(strokesOf(scene, 'inbound')).toEqual([['error', undefined]]);
    expect(edgeSamples(scene.edges).map(({ title }) => title)).toContain('From the internet, by mistake');
  });

  it('are sound where nothing is said of them', () => {
    const built = open('Enabled').build();
    const scene = drawScene({ design: built, network: deriveNetwork(built) });
    expect(strokesOf(scene, 'inbound')).toEqual([['t2', undefined]]);
    expect(edgeSamples(scene.edges).map(({ title }) => title)).toContain('From the internet');
  });
});

describe('a private link scope', () => {
  const monitored = (scopedResources: readonly string[]) =>
    open('Disabled')
      .inRegion('log-analytics', 'log')
      .inRegion('application-insights', 'appi')
      .add('azure-monitor-private-link-scope', 'ampls', undefined, { scopedResources });

  it('is joined with each thing that is in it, which another design is not', () => {
    const scope = (scene: ReturnType<typeof drawn>) =>
      scene.edges.filter(({ meaning }) => meaning === 'scope').map(({ label }) => label);
    expect(scope(drawn(monitored(['log', 'appi'])))).toEqual([
      'log is in the private link scope ampls',
      'appi is in the private link scope ampls',
    ]);
    expect(scope(drawn(monitored([])))).toEqual([]);
    expect(edgeSamples(drawn(monitored(['log'])).edges).map(({ title }) => title)).toContain(
      'In a private link scope',
    );
  });
});

describe('a way out that several subnets have in common', () => {
  it('leaves from their network, not from one of them', () => {
    const scene = drawn(
      ['a', 'b', 'c'].reduce(
        (builder, name, at) =>
          builder
            .subnet(name, 'vnet', `10.0.${at}.0/24`)
            .add('compute-cluster', `cluster-${name}`, name, { maxNodeCount: 4, enableNodePublicIp: false }),
        design().virtualNetwork('vnet', '10.0.0.0/16'),
      ),
    );
    const ways = scene.edges.filter(({ meaning }) => meaning === 'outbound');
    expect(ways.map(({ from }) => scene.items.find(({ id }) => id === from)?.label)).toEqual([
      expect.stringMatching(/^vnet,/),
    ]);
  });
});

describe('a peering', () => {
  it.each([
    ['10.1.0.0/16', 'Peering of hub and spoke'],
    ['10.0.128.0/17', 'Peering, addresses overlap, of hub and spoke'],
  ])('with a spoke of %s is what it would be in Azure: %s', (prefix, label) => {
    const scene = drawn(
      design().virtualNetwork('hub', '10.0.0.0/16').virtualNetwork('spoke', prefix).peering('hub', 'spoke'),
    );
    const [edge] = scene.edges.filter(({ meaning }) => meaning === 'peering');
    expect(edge?.label).toBe(label);
    const isBroken = edge?.shapes.some((shape) => shape.type === 'path' && shape.stroke === 'error');
    expect(isBroken).toBe(label.includes('overlap'));
  });
});
