import { describe, expect, it } from 'vitest';
import type { Design, ResourceId } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { design } from '#testing';
import { drawScene } from './draw-scene.ts';
import { recordWritersOf } from './zone-records.ts';

const vault = 'privatelink.vaultcore.azure.net';

const start = () =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.0.0/24')
    .inRegion('key-vault', 'kv')
    .privateEndpoint('kv', 'vault', 'snet', [vault], {
      ipConfigurations: [{ memberName: 'default', privateIPAddress: '10.0.0.9' }],
    });

const seen = (built: Design) => {
  const zone = built.resources.find((one) => one.kind === 'private-dns-zone');
  if (zone?.kind !== 'private-dns-zone') throw new Error('No zone');
  const scene = drawScene({
    design: built,
    network: deriveNetwork(built),
    result: check(built, { today: '2026-11-28' }),
  });
  return {
    writers: recordWritersOf(built, zone).map(({ name }) => name),
    label: scene.items.find(({ id }) => id === zone.id)?.label,
  };
};

describe('the records of a zone', () => {
  it.each([
    ['none was listed', undefined],
    ['none was written by hand', []],
  ])('are those that zone groups write where %s', (_, recordSets) => {
    const built = start()
      .set(vault, { ...(recordSets ? { recordSets } : {}) })
      .build();
    expect(seen(built)).toEqual({
      writers: ['pe-kv-vault'],
      label: `${vault}, private DNS zone, 1 record`,
    });
  });

  it('are not counted twice where an export lists that of the endpoint', () => {
    const built = start()
      .set(vault, { recordSets: [{ name: 'kv', type: 'A', values: ['10.0.0.9'] }] })
      .incomplete()
      .build();
    expect(seen(built)).toEqual({ writers: [], label: `${vault}, private DNS zone, 1 record` });
  });

  it('are not those that Azure told to be missing', () => {
    const built = start()
      .set('pe-kv-vault', {
        privateDnsZoneGroups: [
          {
            name: 'default',
            privateDnsZones: [vault as ResourceId],
            zonesWithoutRecords: [vault as ResourceId],
          },
        ],
      })
      .build();
    expect(seen(built)).toEqual({ writers: [], label: `${vault}, private DNS zone, 0 records` });
  });
});
