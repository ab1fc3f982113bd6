import { describe, expect, it } from 'vitest';
import { design } from '#testing';
import { arrange } from './arrange.ts';

const zones = ['privatelink.blob.core.windows.net', 'privatelink.vaultcore.azure.net'];

/** A main network with a gateway, and one that is not peered with it. */
const apart = (second: readonly string[]) => {
  const base = design()
    .virtualNetwork('main', '10.0.0.0/24')
    .subnet('GatewaySubnet', 'main', '10.0.0.0/27')
    .subnet('main-endpoints', 'main', '10.0.0.32/27')
    .add('virtual-network-gateway', 'gateway', 'GatewaySubnet')
    .virtualNetwork('isolated', '10.8.0.0/24')
    .subnet('training', 'isolated', '10.8.0.0/26')
    .subnet('isolated-endpoints', 'isolated', '10.8.0.64/27')
    .add('compute-cluster', 'cluster', 'training', { maxNodeCount: 4 })
    .inRegion('storage-account', 'st')
    .inRegion('key-vault', 'kv')
    .privateEndpoint('st', 'blob', 'main-endpoints', zones.slice(0, 1))
    .privateEndpoint('kv', 'vault', 'main-endpoints', zones.slice(1));
  return second
    .reduce(
      (builder, name) =>
        builder.add('private-endpoint', `second-${name}`, 'isolated-endpoints', {
          target: name,
          groupIds: [name === 'st' ? 'blob' : 'vault'],
        }),
      base,
    )
    .build();
};

describe('two networks that hold endpoints of the same services', () => {
  it('face each other, the services between them and their endpoints towards these', () => {
    const boxes = arrange(apart(['st', 'kv']));
    const x = (id: string) => boxes[id]?.x ?? Number.NaN;
    expect(x('main')).toBeLessThan(x('st'));
    expect(x('st')).toBeLessThan(x('isolated'));
    expect(x('main-endpoints')).toBeGreaterThan(x('GatewaySubnet'));
    expect(x('isolated-endpoints')).toBeLessThan(x('training'));
  });

  it('do not where one of them is alone with a service', () => {
    const boxes = arrange(apart(['st']));
    expect(boxes.isolated?.x ?? Number.NaN).toBeLessThan(boxes.st?.x ?? 0);
    expect(boxes['isolated-endpoints']?.x).toBeGreaterThan(boxes.training?.x ?? Number.NaN);
  });
});

describe('a network with everything in it', () => {
  it('has the ways in at the left, then computes, then endpoints', () => {
    const boxes = arrange(
      design()
        .virtualNetwork('vnet', '10.0.0.0/24')
        .subnet('training', 'vnet', '10.0.0.0/26')
        .subnet('endpoints', 'vnet', '10.0.0.64/27')
        .subnet('AzureBastionSubnet', 'vnet', '10.0.0.128/26')
        .subnet('jump', 'vnet', '10.0.0.96/27')
        .add('compute-cluster', 'cluster', 'training', { maxNodeCount: 4 })
        .add('bastion', 'bastion', 'AzureBastionSubnet')
        .add('virtual-machine', 'jump-box', 'jump')
        .inRegion('key-vault', 'kv')
        .privateEndpoint('kv', 'vault', 'endpoints', zones.slice(1))
        .build(),
    );
    const x = (id: string) => boxes[id]?.x ?? Number.NaN;
    expect(x('jump')).toBe(x('AzureBastionSubnet'));
    expect(x('jump')).toBeLessThan(x('training'));
    expect(x('training')).toBeLessThan(x('endpoints'));
  });
});
