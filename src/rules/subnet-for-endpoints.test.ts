import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design, isolatedWorkspace } from '#testing';
import { subnetForEndpoints } from './private-endpoints/add-endpoint.ts';

const workspace = 'mlw' as ResourceId;
const placeIn = (builder: DesignBuilder) => subnetForEndpoints(builder.build(), workspace)?.name;

/** A workspace without endpoints, whose computes lie in the first of these subnets. */
const among = (...subnets: readonly string[]) =>
  subnets
    .reduce(
      (builder, name, at) => builder.subnet(name, 'vnet', `10.0.${at}.0/24`),
      design().virtualNetwork('vnet', '10.0.0.0/16').inRegion('workspace', 'mlw').inRegion('key-vault', 'kv'),
    )
    .add('compute-cluster', 'cluster', subnets[0], { workspace: 'mlw' });

describe('the subnet that is proposed for endpoints', () => {
  it('is that of the other endpoints of the workspace', () => {
    expect(placeIn(isolatedWorkspace().subnet('a-private-endpoints', 'vnet-ml', '10.0.9.0/24'))).toBe(
      'snet-endpoints',
    );
  });

  it('is one that holds endpoints alone, then one named for them, then an empty one, then the emptiest', () => {
    const withBusy = among('a', 'b').add('virtual-machine', 'vm', 'a');
    expect(placeIn(withBusy.add('virtual-machine', 'vm-b', 'b'))).toBe('b');
    expect(placeIn(among('a', 'b', 'c').add('virtual-machine', 'vm-b', 'b'))).toBe('c');
    expect(placeIn(among('a', 'b', 'snet-pe'))).toBe('snet-pe');
    const others = among('a', 'b', 'c', 'snet-pe').privateEndpoint('kv', 'vault', 'c');
    expect(placeIn(others)).toBe('c');
  });

  it('is none that Azure or pods have to themselves', () => {
    const cluster = { agentPoolProfiles: [{ name: 'pool', count: 1, podSubnet: 'pods' }] };
    const taken = among('a', 'pods', 'GatewaySubnet').subnet('web', 'vnet', '10.0.9.0/24', {
      delegations: ['Microsoft.Web/serverFarms'],
    });
    expect(placeIn(taken.add('kubernetes-cluster', 'aks', 'a', cluster))).toBe('a');
  });
});
