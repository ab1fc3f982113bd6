import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { design } from '#testing';
import { childrenOf, type Design, edits, type ResourceId, resourcesOfKind } from './index.ts';

const id = (text: string) => text as ResourceId;

/** Workspaces whose images are built by a compute that is there, and by which. */
const buildersOf = (one: Design) =>
  resourcesOfKind(one, 'workspace').flatMap((workspace) => {
    const builder = one.resources.find(
      (compute) =>
        'workspace' in compute &&
        compute.workspace === workspace.id &&
        compute.name.toLowerCase() === workspace.imageBuildCompute?.toLowerCase(),
    );
    return builder ? [`${workspace.id} ${builder.id}`] : [];
  });

describe('another name for a resource', () => {
  it.each(blueprints)(
    'leaves all that knew it with it, and goes back to the first bytes: $id',
    ({ build }) => {
      const before = build();
      const builders = buildersOf(before);
      for (const { id: own, name } of before.resources) {
        const after = edits.renameResource(before, own, 'a-fresh-name');
        expect(buildersOf(after)).toEqual(builders);
        expect(JSON.stringify(edits.renameResource(after, own, name))).toBe(JSON.stringify(before));
      }
    },
  );

  it('is followed in the workspace of a compute alone, whatever else reads like it', () => {
    const before = design()
      .virtualNetwork('vnet', '10.0.0.0/16')
      .subnet('snet', 'vnet', '10.0.0.0/24')
      .inRegion('workspace', 'one', { imageBuildCompute: 'Builder', tags: { builder: 'builder' } })
      .inRegion('workspace', 'two', { imageBuildCompute: 'builder' })
      .add('compute-cluster', 'builder', 'snet', { workspace: 'one' })
      .build();
    const after = edits.renameResources(before, new Map([[id('builder'), 'images']]));
    const [one, two] = resourcesOfKind(after, 'workspace');
    expect(one).toMatchObject({ imageBuildCompute: 'images', tags: { builder: 'builder' } });
    expect(two?.imageBuildCompute).toBe('builder');
    expect(childrenOf(after, id('snet'))).toMatchObject([{ name: 'images' }]);
  });
});
