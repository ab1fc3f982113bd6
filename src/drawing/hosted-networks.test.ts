import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { type Design, edits, resourcesOfKind } from '#model';
import { deriveNetwork } from '#network';
import { drawScene } from './draw-scene.ts';
import { arrangedBoxes, drawnBoxes } from './drawn-boxes.ts';
import { hostedNetworksOf } from './hosted-networks.ts';
import type { Scene, SceneItem } from './scene.ts';

const designOf = (id: string): Design => {
  const found = blueprints.find((blueprint) => blueprint.id === id);
  if (!found) throw new Error(`no blueprint ${id}`);
  return found.build();
};
const draw = (design: Design): Scene => drawScene({ design, network: deriveNetwork(design) });

const frameIn = (scene: Scene): SceneItem => {
  const [frame] = scene.items.filter(({ role, resource }) => role === 'container' && resource === undefined);
  if (!frame) throw new Error('nothing is drawn around what Microsoft hosts');
  return frame;
};
const labelsIn = (scene: Scene, { id }: SceneItem, role: SceneItem['role']) =>
  scene.items.filter((item) => item.parent === id && item.role === role).map(({ label }) => label);

const faultsOf = ({ items }: Scene): readonly string[] =>
  items.flatMap((item) => {
    const around = items.find(({ id }) => id === item.parent);
    const isOutside =
      around &&
      (item.x < around.x ||
        item.y < around.y ||
        item.x + item.width > around.x + around.width ||
        item.y + item.height > around.y + around.height);
    const beside = items.filter(
      (other) =>
        other !== item &&
        other.parent === item.parent &&
        item.x < other.x + other.width &&
        other.x < item.x + item.width &&
        item.y < other.y + other.height &&
        other.y < item.y + item.height,
    );
    return [...(isOutside ? [`${item.label} outside`] : []), ...beside.map(({ label }) => `${label} on it`)];
  });

describe('the managed virtual network of a workspace', () => {
  const scene = draw(designOf('managed-network-approved-outbound'));
  const frame = frameIn(scene);

  it('is a box around the computes, the endpoints that Azure makes and what it lets out', () => {
    expect(frame.label).toBe('Managed virtual network, mlw-isolated, approved outbound only');
    expect(labelsIn(scene, frame, 'node')).toEqual([
      'ci-engineer, compute instance, in West Europe',
      'train-cluster, compute cluster, 0 to 20, in West Europe',
      'image-build, compute cluster, 0 to 2, in West Europe',
      'score-online, managed online endpoint, in West Europe',
      'Workspace, managed private endpoint, To mlw-isolated',
      'Storage, blob, managed private endpoint, To stmlisolated',
      'Storage, file, managed private endpoint, To stmlisolated',
      'Key vault, managed private endpoint, To kv-ml-isolated',
      'Registry, managed private endpoint, To crmlisolated',
    ]);
    expect(labelsIn(scene, frame, 'badge').map((label) => label.slice(0, 36))).toEqual([
      'Outbound rules: AzureMachineLearning',
      'Outbound rules: ml.azure.com, automl',
      'Azure Firewall, Standard',
    ]);
  });

  it('joins each of its endpoints to its service by one straight line', () => {
    const links = scene.edges.filter(({ from }) => from.startsWith(`${frame.id}/`));
    expect(links.map(({ points }) => points.length)).toEqual([2, 2, 2, 2, 2]);
  });

  it('has a way out of its own that says what is open and what is closed', () => {
    const way = scene.edges.find(({ from, meaning }) => from === frame.id && meaning === 'outbound');
    expect(way?.label).toContain('Out of the managed network of mlw-isolated');
    const chips = scene.items.filter(
      ({ role, label }) => role === 'chip' && label.startsWith('Out of the managed'),
    );
    expect(chips.map(({ label }) => label.split(': ').slice(1).join(': '))).toContain(
      'Any other destination: closed',
    );
  });

  it('says that everything is open where the internet is', () => {
    const open = draw(designOf('managed-network'));
    expect(labelsIn(open, frameIn(open), 'badge')).toEqual(['Outbound rules: everything on the internet']);
  });

  it('is not drawn where computes lie in a network of one’s own', () => {
    expect(hostedNetworksOf(deriveNetwork(designOf('hub-and-spoke-firewall')))).toEqual([]);
  });
});

describe('deployments that are closed one by one', () => {
  it('stand in a box with their online endpoint and the three endpoints they have', () => {
    const scene = draw(designOf('online-endpoint'));
    const frame = frameIn(scene);
    expect(frame.label).toBe('Network of Microsoft, Deployments of score-online');
    expect(labelsIn(scene, frame, 'node').map((label) => label.split(', managed')[0])).toEqual([
      'score-online',
      'Workspace',
      'Storage, blob',
      'Registry',
    ]);
  });
});

describe('what lies in a managed network', () => {
  const design = designOf('managed-network');
  const placed = edits.withLayout(design, arrangedBoxes(design));
  const [instance] = resourcesOfKind(design, 'compute-instance');
  const id = instance?.id ?? '';

  it('has its place in the coordinates of what the document puts it into', () => {
    const scene = draw(design);
    const region = scene.items.find(({ resource }) => resource === instance?.parent);
    const item = scene.items.find((one) => one.id === id);
    expect(item?.parent).toBe(frameIn(scene).id);
    expect(arrangedBoxes(design)[id]).toMatchObject({
      x: (item?.x ?? 0) - (region?.x ?? 0),
      y: (item?.y ?? 0) - (region?.y ?? 0),
    });
  });

  it('stays where it is when everything is placed as it was arranged', () => {
    expect(drawnBoxes(placed, undefined)).toEqual(drawnBoxes(design, undefined));
  });

  it('takes its box along when it is moved, which makes way for nothing and covers nothing', () => {
    const box = placed.layout[id];
    if (!box) throw new Error('not placed');
    const moved = edits.placeResources(placed, { [id]: { ...box, x: box.x + 90, y: box.y + 300 } });
    const scene = draw(moved);
    expect(scene.items.find((item) => item.id === id)?.parent).toBe(frameIn(scene).id);
    expect(frameIn(scene).height).toBeGreaterThan(frameIn(draw(placed)).height);
    expect(faultsOf(scene)).toEqual([]);
  });

  it('is arranged anew where it was placed before its network was ever drawn', () => {
    const layout = Object.fromEntries(
      Object.entries(placed.layout).filter(([key]) => !key.startsWith('managed-network:')),
    );
    const scene = draw({ ...placed, layout: { ...layout, [id]: { x: 2000, y: 9, width: 170, height: 44 } } });
    expect(frameIn(scene).width).toBe(frameIn(draw(design)).width);
    expect(faultsOf(scene)).toEqual([]);
  });
});
