import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, isolatedWorkspace } from '#testing';
import { deriveNetwork } from './index.ts';

const recorded = (address: string): DesignBuilder =>
  isolatedWorkspace()
    .set('pe-stml-blob', { privateDnsZoneGroups: [] })
    .set('privatelink.blob.core.windows.net', {
      recordSets: [{ name: 'stml', type: 'A', values: [address] }],
    });

const resolved = (builder: DesignBuilder, from = 'ci-research', host = 'stml.blob.core.windows.net') =>
  deriveNetwork(builder.build()).resolve(from as ResourceId, host);

const addressOf = (endpoint: string): string =>
  deriveNetwork(isolatedWorkspace().build()).addressesOf(endpoint as ResourceId)[0] ?? 'none';

describe('the answer to a name that has to be private', () => {
  it.each([
    ['the address of its endpoint', addressOf('pe-stml-blob'), 'private-address'],
    ['an address that nothing has', '10.0.9.9', 'wrong-address'],
    ['the address of another service’s endpoint', addressOf('pe-kv-ml-vault'), 'wrong-address'],
  ])('that is %s', (_, address, outcome) => {
    expect(resolved(recorded(address)).outcome).toBe(outcome);
  });

  it('is not known where more may exist than is shown', () => {
    const { outcome, missing } = resolved(recorded('10.0.9.9').incomplete());
    expect({ outcome, missing }).toEqual({
      outcome: 'cannot-tell',
      missing: [{ fact: 'what has the address 10.0.9.9' }],
    });
  });

  it('counts alone: any other name may have any address', () => {
    const zone = isolatedWorkspace().privateDnsZone('intern.example', 'vnet-ml');
    const own = zone.set('intern.example', {
      recordSets: [{ name: 'wiki', type: 'A', values: ['10.0.9.9'] }],
    });
    expect(resolved(own, 'ci-research', 'wiki.intern.example').outcome).toBe('private-address');
  });
});
