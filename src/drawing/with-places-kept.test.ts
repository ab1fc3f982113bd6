import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { type Box, type Design, edits, type Resource, type ResourceId } from '#model';
import { applyFix, check } from '#rules';
import { design } from '#testing';
import { drawnBoxes } from './drawn-boxes.ts';
import { withPlacesKept } from './with-places-kept.ts';

const id = (text: string) => text as ResourceId;
const oneNetwork = blueprints.find((one) => one.id === 'one-network') ?? blueprints[0];
if (!oneNetwork) throw new Error('There are no blueprints');

const judged = (one: Design) => check(one, { today: '2026-11-23' });

/** Boxes from the corner of the drawing. */
function fromCorner(one: Design): ReadonlyMap<string, Box> {
  const boxes = drawnBoxes(one, judged(one));
  const found = new Map<string, Box>();
  for (const { id: own } of one.resources) {
    const box = boxes[own];
    if (!box) continue;
    let { x, y } = box;
    let around = one.resources.find((other) => other.id === own)?.parent;
    while (around) {
      x += boxes[around]?.x ?? 0;
      y += boxes[around]?.y ?? 0;
      const container: ResourceId = around;
      around = one.resources.find((other) => other.id === container)?.parent;
    }
    found.set(own, { ...box, x, y });
  }
  return found;
}

/** What is drawn elsewhere than before. */
function moved(before: Design, after: Design): readonly string[] {
  const now = fromCorner(after);
  return [...fromCorner(before)].flatMap(([own, was]) => {
    const box = now.get(own);
    return box && (box.x !== was.x || box.y !== was.y) ? [own] : [];
  });
}

const kept = (before: Design, after: Design) =>
  withPlacesKept({ design: before, result: judged(before) }, after, judged(after));

const isApart = (a: Box, b: Box) =>
  a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;

describe('an edit', () => {
  const spokes = () =>
    design()
      .virtualNetwork('hub', '10.0.0.0/16')
      .subnet('AzureFirewallSubnet', 'hub', '10.0.0.0/26')
      .subnet('snet-a', 'hub', '10.0.1.0/24')
      .subnet('snet-b', 'hub', '10.0.2.0/24')
      .virtualNetwork('spoke', '10.1.0.0/16')
      .inRegion('storage-account', 'stml1')
      .inRegion('key-vault', 'kv');

  it('that adds endpoints moves no subnet, though they would be arranged otherwise', () => {
    const before = { ...oneNetwork.build(), layout: {} };
    const finding = judged(before).findings.find(({ rule }) => rule === 'private-endpoint-optional');
    let count = 0;
    const newId = () => {
      count += 1;
      return id(`new-${count}`);
    };
    const after = finding && applyFix(before, finding.fingerprint, 0, newId, '2026-11-23');
    if (!after) throw new Error('There is nothing to add');
    const subnets = before.resources.filter(({ kind }) => kind === 'subnet').map((one) => one.id);
    const movedSubnets = (other: Design) => subnets.filter((one) => moved(before, other).includes(one));
    expect(movedSubnets(after)).not.toEqual([]);
    expect(movedSubnets(kept(before, after))).toEqual([]);
  });

  it('that removes something closes no gap', () => {
    const before = spokes().build();
    const after = edits.removeResources(before, [id('snet-a')]);
    expect(moved(before, kept(before, after))).toEqual([]);
  });

  it('that takes one thing elsewhere moves no other, though nobody has placed any', () => {
    const hub = blueprints.find((one) => one.id === 'hub-and-spoke-firewall');
    if (!hub) throw new Error('There is no such blueprint');
    const before = { ...hub.build(), layout: {} };
    const leaf = before.resources.find(({ name }) => name === 'vm-jump');
    const subnet = before.resources.find(({ name }) => name === 'snet-training');
    if (!leaf || !subnet) throw new Error('It has no jump box');
    const after = edits.placeResources(
      edits.updateResource(before, leaf.id, 'virtual-machine', { parent: subnet.id }),
      {
        [leaf.id]: { x: 10, y: 60, width: 150, height: 44 },
      },
    );
    expect(moved(before, after).length).toBeGreaterThan(5);
    expect(moved(before, kept(before, after))).toEqual([leaf.id]);
  });

  it('that puts one thing elsewhere gives all others the places that they have', () => {
    const before = spokes().build();
    const after = edits.placeResources(before, { [id('kv')]: { x: 900, y: 700, width: 150, height: 44 } });
    expect(moved(before, kept(before, after))).toEqual(['kv']);
    expect(Object.keys(kept(before, after).layout)).toEqual(
      expect.arrayContaining(['hub', 'snet-a', 'stml1']),
    );
  });

  it('shares with the layout before it what stays where it was', () => {
    const before = spokes().build();
    const first = kept(before, edits.removeResources(before, [id('snet-a')]));
    const second = kept(first, edits.removeResources(first, [id('kv')]));
    expect(second.layout.stml1).toBe(first.layout.stml1);
    expect(second.layout.hub).toBe(first.layout.hub);
  });

  it('leaves a thing where it was dropped', () => {
    const before = spokes().build();
    const vault = { id: id('kv-2'), kind: 'key-vault', name: 'kv-2', parent: id('westeurope') } as const;
    const box = { x: 900, y: 700, width: 150, height: 44 };
    const after = edits.placeResources(edits.addResource(before, vault), { [vault.id]: box });
    expect(kept(before, after).layout[vault.id]).toMatchObject({ x: 900, y: 700 });
  });

  it('is drawn as its layout says, without overlaps, and moves no more than it must, whatever it adds', () => {
    let [inAll, more] = [0, 0];
    const after = { ...oneNetwork.build(), layout: {} };
    for (const { id: own } of after.resources) {
      const before = { ...edits.removeResources(after, [own]), layout: {} };
      const result = kept(before, after);
      const boxes = drawnBoxes(result, judged(result));
      inAll += moved(before, after).length;
      more += moved(before, result).length;
      for (const one of after.resources)
        for (const other of after.resources) {
          const [a, b] = [boxes[one.id], boxes[other.id]];
          if (a && b && one !== other && one.parent === other.parent)
            expect(isApart(a, b), `${one.name} overlaps ${other.name}`).toBe(true);
        }
      for (const { id: drawn } of after.resources) expect(result.layout[drawn]).toEqual(boxes[drawn]);
    }
    expect(more).toBeLessThan(inAll / 2);
  });

  it('takes what stands under services of a region with them where their network becomes wider', () => {
    const before = design()
      .virtualNetwork('network', '10.0.0.0/16')
      .subnet('endpoints', 'network', '10.0.0.0/26')
      .inRegion('storage-account', 'stml')
      .add('azure-monitor-private-link-scope', 'scope', undefined, {})
      .privateEndpoint('stml', 'blob', 'endpoints', [])
      .privateEndpoint('scope', 'azuremonitor', 'endpoints', [])
      .build();
    const box = drawnBoxes(before, judged(before)).network;
    if (!box) throw new Error('The network is not drawn');
    const after = kept(before, edits.placeResources(before, { network: { ...box, width: box.width + 90 } }));
    const [was, now] = [fromCorner(before), fromCorner(after)];
    const by = (own: string) => (now.get(own)?.x ?? 0) - (was.get(own)?.x ?? 0);
    expect(by('stml')).toBeGreaterThan(40);
    expect(by('scope')).toBe(by('stml'));
  });

  it('stands what comes into an empty subnet under its head, and keeps the subnets of a column equally wide', () => {
    const built = design()
      .virtualNetwork('hub', '10.0.0.0/16')
      .subnet('AzureFirewallSubnet', 'hub', '10.0.0.0/26')
      .add('azure-firewall', 'afw', 'AzureFirewallSubnet')
      .virtualNetwork('spoke', '10.1.0.0/16')
      .subnet('snet-training', 'spoke', '10.1.0.0/24')
      .subnet('snet-pe', 'spoke', '10.1.1.0/24')
      .peering('hub', 'spoke')
      .securityGroup('nsg-training', [], 'snet-training')
      .securityGroup('nsg-pe', [], 'snet-pe')
      .inRegion('workspace', 'mlw-1')
      .build();
    const before = edits.placeResources(built, {
      'snet-training': { x: 12, y: 40, width: 186, height: 87 },
      'snet-pe': { x: 12, y: 139, width: 186, height: 87 },
    });
    const endpoint: Resource = {
      id: id('pe'),
      kind: 'private-endpoint',
      name: 'pe-mlw-1-amlworkspace-westeurope',
      parent: id('snet-pe'),
      target: id('mlw-1'),
      groupIds: ['amlworkspace'],
    };
    const after = kept(before, edits.addResource(before, endpoint));
    const [was, now] = [fromCorner(before), fromCorner(after)];
    const of = (boxes: ReadonlyMap<string, Box>, own: string) => {
      const box = boxes.get(own);
      if (!box) throw new Error(`${own} is not drawn`);
      return box;
    };
    const [subnet, node] = [of(now, 'snet-pe'), of(now, 'pe')];
    const free = subnet.height - node.height;
    expect(of(was, 'snet-training').width).toBe(of(was, 'snet-pe').width);
    expect(subnet.width).toBeGreaterThan(of(was, 'snet-pe').width);
    expect(of(now, 'snet-training').width).toBe(subnet.width);
    expect(node.y - subnet.y).toBeLessThan(80);
    // The head with its chips and the foot, and nothing more.
    expect(free).toBeLessThan(120);
  });

  it('gives a network another size and leaves the room right of it', () => {
    const before = spokes().build();
    const box = drawnBoxes(before, judged(before)).hub;
    if (!box) throw new Error('The network is not drawn');
    const after = kept(before, edits.placeResources(before, { hub: { ...box, width: box.width + 60 } }));
    const roomIn = (one: Design) => {
      const boxes = fromCorner(one);
      const hub = boxes.get('hub');
      return (boxes.get('spoke')?.x ?? 0) - (hub ? hub.x + hub.width : 0);
    };
    expect(fromCorner(after).get('hub')?.width).toBe(box.width + 60);
    expect(roomIn(before)).toBeGreaterThan(40);
    expect(roomIn(after)).toBe(roomIn(before));
  });
});
