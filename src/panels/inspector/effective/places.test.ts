import { describe, expect, it } from 'vitest';
import { findResource, type ResourceId } from '#model';
import { design as draw, isolatedWorkspace } from '#testing';
import { effectsOf, endpointsLeftOut } from './places.ts';

const design = isolatedWorkspace().build();

const placesOf = (wanted: (resource: (typeof design.resources)[number]) => boolean) => {
  const resource = design.resources.find(wanted);
  if (!resource) throw new Error('Not in the design');
  return effectsOf(design, resource)?.places.map(({ name }) => name);
};

describe('where something takes effect', () => {
  it('is every subnet that a security group is attached to', () => {
    for (const group of design.resources.filter(({ kind }) => kind === 'network-security-group')) {
      const attached = design.resources.filter(
        (one) => one.kind === 'subnet' && one.networkSecurityGroup === group.id,
      );
      expect(attached).not.toEqual([]);
      expect(effectsOf(design, group)?.places).toEqual(attached);
    }
  });

  it('is the subnet of a compute', () => {
    const compute = design.resources.find(({ kind }) => kind === 'compute-instance');
    const subnet = findResource(design, compute?.parent);
    expect(placesOf((one) => one === compute)).toEqual([subnet?.name]);
  });

  it('is nowhere for what packets never meet', () =>
    expect(placesOf(({ kind }) => kind === 'region')).toBeUndefined());

  it.each([
    [
      'are not set',
      undefined,
      [],
      'are disabled. To filter what arrives, set them to Network security groups only.',
    ],
    [
      'are off',
      'Disabled',
      [],
      'are disabled. To filter what arrives, set them to Network security groups only.',
    ],
    [
      'count for route tables',
      'RouteTableEnabled',
      [],
      'are on for route tables only. To filter what arrives, set them to Enabled.',
    ],
    ['count for security groups', 'NetworkSecurityGroupEnabled', ['snet-pe'], undefined],
    ['count for all', 'Enabled', ['snet-pe'], undefined],
  ] as const)(
    'is what arrives at a private endpoint alone, where network policies of its subnet %s',
    (_, privateEndpointNetworkPolicies, expected, told) => {
      const drawn = draw()
        .virtualNetwork('vnet', '10.0.0.0/16')
        .subnet('snet-pe', 'vnet', '10.0.0.0/24', {
          ...(privateEndpointNetworkPolicies ? { privateEndpointNetworkPolicies } : {}),
        })
        .inRegion('storage-account', 'stml')
        .add('private-endpoint', 'pe', 'snet-pe', { target: 'stml' as ResourceId, groupIds: ['blob'] })
        .build();
      const [endpoint, subnet] = ['pe', 'snet-pe'].map((id) => findResource(drawn, id as ResourceId));
      if (!endpoint || !subnet) throw new Error('Not in the design');
      const effects = effectsOf(drawn, endpoint);
      expect(effects?.shown).toEqual(['In']);
      expect(effects?.places.map(({ name }) => name)).toEqual(expected);
      if (told) expect(effects?.nowhere).toContain(told);
      expect(endpointsLeftOut(drawn, subnet) === undefined).toBe(told === undefined);
    },
  );
});
