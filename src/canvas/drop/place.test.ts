import { describe, expect, it } from 'vitest';
import type { Scene, SceneItem } from '#drawing';
import { type Design, emptyDesign, type Resource, type ResourceId } from '#model';
import { boxAt, insideOf, legalItems, thingAt, verdictAt } from './place.ts';

const resources = [
  { id: 'region', kind: 'region', name: 'westeurope' },
  { id: 'network', kind: 'virtual-network', name: 'vnet-ml', parent: 'region', addressPrefixes: [] },
  { id: 'training', kind: 'subnet', name: 'snet-training', parent: 'network', addressPrefixes: [] },
  { id: 'scoring', kind: 'subnet', name: 'snet-scoring', parent: 'network', addressPrefixes: [] },
  { id: 'instance', kind: 'compute-instance', name: 'ci-research', parent: 'training' },
] as unknown as readonly Resource[];
const design: Design = { ...emptyDesign('test'), resources };

const item = (id: string, x: number, y: number, width: number, height: number): SceneItem => ({
  id,
  resource: id as ResourceId,
  role: 'container',
  x,
  y,
  width,
  height,
  shapes: [],
  label: id,
  findings: [],
  markers: [],
});
const scene: Scene = {
  x: 0,
  y: 0,
  width: 1000,
  height: 800,
  items: [
    item('region', 100, 100, 800, 600),
    item('network', 120, 140, 500, 500),
    item('training', 140, 180, 200, 200),
    item('scoring', 360, 180, 200, 200),
    { ...item('instance', 150, 230, 150, 46), role: 'node' },
  ],
  edges: [],
};

it('a note dropped on a thing is about it, and on the bare ground of a container about none', () => {
  expect(thingAt(scene, design, { x: 200, y: 250 })).toMatchObject({ name: 'ci-research' });
  expect(thingAt(scene, design, { x: 200, y: 350 })).toBeUndefined();
  expect(thingAt(scene, design, { x: 5, y: 5 })).toBeUndefined();
});

describe('a service of which a virtual network takes one', () => {
  const hub = (service: Resource['kind'], name: string, subnet: string) => ({
    ...design,
    resources: [
      ...resources,
      { id: 'hub', kind: 'virtual-network', name: 'vnet-hub', parent: 'region', addressPrefixes: [] },
      { id: 'fixed', kind: 'subnet', name: subnet, parent: 'hub', addressPrefixes: [] },
      { id: 'first', kind: service, name, parent: 'fixed' },
    ] as unknown as readonly Resource[],
  });
  const around = {
    ...scene,
    items: [...scene.items, item('hub', 640, 140, 240, 300), item('fixed', 660, 180, 180, 90)],
  };

  it('is refused where one is, and offered another network', () => {
    const verdict = verdictAt(
      around,
      hub('azure-firewall', 'afw-1', 'AzureFirewallSubnet'),
      ['azure-firewall'],
      { x: 700, y: 220 },
    );
    expect(verdict).toMatchObject({
      outcome: 'refused',
      reason: 'vnet-hub has afw-1: a virtual network takes one Azure Firewall.',
      nearest: { id: 'network' },
    });
  });

  it('is not offered a place beside another, where no page says that Azure refuses it', () => {
    const wider = hub('bastion', 'bas-1', 'AzureBastionSubnet');
    expect(verdictAt(around, wider, ['bastion'], { x: 700, y: 220 })).toMatchObject({ outcome: 'legal' });
    expect(verdictAt(around, wider, ['bastion'], { x: 380, y: 220 })).toMatchObject({
      outcome: 'refused',
      nearest: { id: 'network' },
    });
  });
});

describe('verdictAt', () => {
  it('takes the innermost container under the pointer, not the node in it', () => {
    const verdict = verdictAt(scene, design, ['compute-cluster'], { x: 160, y: 240 });
    expect(verdict).toMatchObject({ outcome: 'legal', container: { name: 'snet-training' } });
  });

  it('takes a machine that is dropped on a network into a subnet of that network, made for it where none suits', () => {
    const hub = {
      id: 'hub',
      kind: 'virtual-network',
      name: 'vnet-hub',
      parent: 'region',
      addressPrefixes: ['10.0.0.0/16'],
    };
    const fixed = {
      id: 'fixed',
      kind: 'subnet',
      name: 'AzureFirewallSubnet',
      parent: 'hub',
      addressPrefixes: ['10.0.0.0/26'],
    };
    const wider = { ...design, resources: [...resources, hub, fixed] as unknown as readonly Resource[] };
    const around = {
      ...scene,
      items: [...scene.items, item('hub', 640, 140, 240, 300), item('fixed', 660, 180, 180, 90)],
    };
    expect(verdictAt(around, wider, ['virtual-machine'], { x: 700, y: 420 })).toMatchObject({
      outcome: 'legal',
      item: { id: 'hub' },
      container: { name: 'vnet-hub' },
      newSubnetName: 'snet-vm',
    });
    expect(verdictAt(around, wider, ['compute-cluster'], { x: 600, y: 600 })).toMatchObject({
      outcome: 'legal',
      item: { id: 'training' },
      container: { name: 'snet-training' },
    });
    expect(verdictAt(around, wider, ['virtual-machine'], { x: 700, y: 220 })).toMatchObject({
      outcome: 'refused',
      item: { id: 'fixed' },
      nearest: { id: 'hub' },
    });
  });

  it('refuses a storage account in a subnet, says why, and offers the nearest legal place', () => {
    const verdict = verdictAt(scene, design, ['storage-account'], { x: 200, y: 300 });
    expect(verdict).toMatchObject({
      outcome: 'refused',
      reason:
        'Storage account is not placed in a subnet: it lies in a region, and a private endpoint in snet-training gives it an address there.',
      item: { id: 'training' },
      nearest: { id: 'region' },
    });
  });

  it('attaches a security group to the subnet that it is dropped on, new or moved', () => {
    const point = { x: 200, y: 300 };
    expect(verdictAt(scene, design, ['network-security-group'], point)).toMatchObject({
      outcome: 'legal',
      item: { id: 'training' },
      container: { id: 'region' },
      attachTo: 'training',
    });
    expect(verdictAt(scene, design, ['network-security-group'], point, new Set(['group']))).toMatchObject({
      outcome: 'legal',
      item: { id: 'training' },
      attachTo: 'training',
    });
  });

  it('lays a new subnet beside the one that it is dropped on', () => {
    expect(verdictAt(scene, design, ['subnet'], { x: 200, y: 300 })).toMatchObject({
      outcome: 'legal',
      item: { id: 'network' },
      container: { id: 'network' },
      isBeside: true,
    });
  });

  it('takes a firewall on a network, in the subnet that Azure names for it', () => {
    const point = { x: 600, y: 600 };
    const fresh = verdictAt(scene, design, ['azure-firewall'], point);
    expect(fresh).toMatchObject({
      outcome: 'legal',
      container: { name: 'vnet-ml' },
      newSubnetName: 'AzureFirewallSubnet',
    });
    const renamed = resources.map((one) =>
      one.id === 'scoring' ? { ...one, name: 'AzureFirewallSubnet' } : one,
    );
    const there = verdictAt(scene, { ...design, resources: renamed }, ['azure-firewall'], point);
    expect(there).toMatchObject({ outcome: 'legal', item: { id: 'scoring' }, container: { id: 'scoring' } });
    expect(there).not.toHaveProperty('newSubnetName');
  });

  it('refuses a firewall in a subnet of another name and lights where it may lie', () => {
    const verdict = verdictAt(scene, design, ['azure-firewall'], { x: 200, y: 300 });
    expect(verdict).toMatchObject({ outcome: 'refused', nearest: { id: 'network' } });
  });

  it('offers a machine refused in a region a subnet where it belongs, or a new one, before the nearest', () => {
    const besideTraining = { x: 110, y: 250 };
    const verdict = verdictAt(scene, design, ['virtual-machine'], besideTraining);
    expect(verdict).toMatchObject({ outcome: 'refused', nearest: { id: 'scoring' } });
    const named = resources.map((one) => (one.id === 'scoring' ? { ...one, name: 'snet-endpoints' } : one));
    const network = named.map((one) =>
      one.id === 'network' ? { ...one, addressPrefixes: ['10.0.0.0/16'] } : one,
    );
    const none = verdictAt(
      scene,
      { ...design, resources: network as readonly Resource[] },
      ['virtual-machine'],
      {
        x: 600,
        y: 120,
      },
    );
    expect(none).toMatchObject({ outcome: 'refused', nearest: { id: 'network' } });
  });

  it('takes what lies in subnets on the network between them, in the nearest of those where it belongs', () => {
    const near = (x: number, of: Design) => verdictAt(scene, of, ['private-endpoint'], { x, y: 420 });
    expect(near(150, design)).toMatchObject({ outcome: 'legal', item: { id: 'scoring' } });
    const empty = { ...design, resources: resources.filter(({ id }) => id !== 'instance') };
    expect(near(150, empty)).toMatchObject({ outcome: 'legal', item: { id: 'training' } });
    expect(near(550, empty)).toMatchObject({ outcome: 'legal', item: { id: 'scoring' } });
  });

  it('takes open ground as the nearest region for what lies in regions', () => {
    expect(verdictAt(scene, design, ['key-vault'], { x: 2000, y: 10 })).toMatchObject({
      outcome: 'legal',
      container: { name: 'westeurope' },
    });
    expect(verdictAt(scene, design, ['subnet'], { x: 2000, y: 10 })).toMatchObject({ outcome: 'refused' });
  });

  it('puts what lies in nothing on open ground only', () => {
    expect(verdictAt(scene, design, ['on-premises-network'], { x: 10, y: 10 })).toEqual({
      outcome: 'legal',
      container: undefined,
    });
    expect(verdictAt(scene, design, ['on-premises-network'], { x: 200, y: 120 }).outcome).toBe('refused');
  });

  it('judges several things at once, and offers what takes each of them', () => {
    const point = { x: 400, y: 200 };
    const computes = verdictAt(scene, design, ['compute-cluster', 'compute-instance'], point);
    expect(computes).toMatchObject({ outcome: 'legal', container: { name: 'snet-scoring' } });
    const services = verdictAt(scene, design, ['key-vault', 'storage-account'], point);
    expect(services).toMatchObject({ outcome: 'refused', nearest: { id: 'region' } });
    const mixed = verdictAt(scene, design, ['private-endpoint', 'subnet'], point);
    expect(mixed.outcome).toBe('refused');
    expect(mixed).not.toHaveProperty('nearest');
  });

  it('looks through what is being dragged', () => {
    const verdict = verdictAt(scene, design, ['subnet'], { x: 150, y: 190 }, new Set(['training']));
    expect(verdict).toMatchObject({ outcome: 'legal', container: { name: 'vnet-ml' } });
  });
});

describe('legalItems', () => {
  it('lists every container that may hold a kind, and the network that takes it in one of them', () => {
    expect(legalItems(scene, design, ['private-endpoint']).map(({ id }) => id)).toEqual([
      'network',
      'training',
      'scoring',
    ]);
    expect(legalItems(scene, design, ['on-premises-network'])).toEqual([]);
  });
});

describe('a dropped box', () => {
  const size = { width: 100, height: 40 };

  it('has its middle at the pointer, in the coordinates of its container', () => {
    expect(boxAt({ x: 400, y: 300 }, scene.items[1], size)).toEqual({ x: 230, y: 140, ...size });
    expect(boxAt({ x: 400, y: 300 }, undefined, size)).toEqual({ x: 350, y: 280, ...size });
  });

  it('stays clear of the header and within the sides of its container', () => {
    const container = { width: 500, height: 300 };
    expect(insideOf({ x: -40, y: 2, ...size }, container)).toEqual({ x: 8, y: 34, ...size });
    expect(insideOf({ x: 480, y: 90, ...size }, container)).toEqual({ x: 392, y: 90, ...size });
  });

  it('stays where it is beside what a growing container holds', () => {
    expect(insideOf({ x: 480, y: 90, ...size }, { width: 500, height: 300 }, true)).toMatchObject({ x: 480 });
    expect(insideOf({ x: -40, y: 2, ...size }, { width: 500, height: 300 }, true)).toMatchObject({
      x: 8,
      y: 34,
    });
  });

  it('joins the column where its container has room for one', () => {
    const subnet = { width: 200, height: 300 };
    expect(insideOf({ x: 70, y: 90, ...size }, subnet)).toMatchObject({ x: 8, y: 90 });
  });
});
