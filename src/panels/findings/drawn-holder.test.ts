import { expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { design } from '#testing';
import { drawnHolderOf } from './drawn-holder.ts';

it('is the firewall of a policy, and nothing for what is drawn itself or belongs to none', () => {
  const built = design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'hub', '10.0.0.0/26')
    .inRegion('firewall-policy', 'afwp', {})
    .inRegion('firewall-policy', 'spare', {})
    .add('azure-firewall', 'afw', 'AzureFirewallSubnet', { firewallPolicy: 'afwp' })
    .build();
  const holder = (id: string) => drawnHolderOf(built, id as ResourceId);
  expect([holder('afwp'), holder('spare'), holder('afw')]).toEqual(['afw', undefined, undefined]);
});
