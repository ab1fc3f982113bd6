import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design } from '#testing';
import { isPassedByRequired } from './passed-by-required.ts';

const passes = (builder: DesignBuilder, id: string) =>
  isPassedByRequired(builder.build(), { id: id as ResourceId });

const route = {
  name: 'default',
  addressPrefix: '0.0.0.0/0',
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: '10.0.9.4',
} as const;

const guarded = design()
  .virtualNetwork('vnet', '10.0.0.0/16')
  .subnet('AzureFirewallSubnet', 'vnet', '10.0.9.0/26')
  .inRegion('firewall-policy', 'afwp', {})
  .add('azure-firewall', 'afw', 'AzureFirewallSubnet', { firewallPolicy: 'afwp' })
  .subnet('snet', 'vnet', '10.0.0.0/24')
  .routeTable('rt', [route], 'snet')
  .securityGroup('nsg', [], 'snet')
  .inRegion('workspace', 'mlw');

describe('what Azure Machine Learning requires outside', () => {
  it.each(['nsg', 'afw', 'afwp'])('passes %s once there is a compute behind it, and not before', (id) => {
    expect(passes(guarded, id)).toBe(false);
    const used = guarded.add('compute-cluster', 'cluster', 'snet', {
      workspace: 'mlw',
      enableNodePublicIp: false,
    });
    expect(passes(used, id)).toBe(true);
  });
});
