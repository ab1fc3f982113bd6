import { describe, expect, it } from 'vitest';
import { type DesignBuilder, design } from '#testing';
import { findResource } from './queries.ts';
import { isFullOf, refusalIn } from './refusal-in.ts';
import type { ResourceKind } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

const hub = () =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'hub', '10.0.0.0/26')
    .subnet('AzureBastionSubnet', 'hub', '10.0.1.0/26')
    .subnet('GatewaySubnet', 'hub', '10.0.2.0/27')
    .virtualNetwork('other', '10.1.0.0/16')
    .add('azure-firewall', 'afw-1', 'AzureFirewallSubnet', {})
    .add('bastion', 'bas-1', 'AzureBastionSubnet', {})
    .add('virtual-network-gateway', 'vpn-1', 'GatewaySubnet', { gatewayType: 'Vpn' });

const refusal = (builder: DesignBuilder, kind: ResourceKind, place: string, ...comers: readonly string[]) => {
  const built = builder.build();
  return refusalIn(built, kind, findResource(built, place as ResourceId), new Set(comers));
};

describe('what a virtual network takes once', () => {
  it('is refused where one is already, and the one that is there may move about', () => {
    const reason = 'hub has afw-1: a virtual network takes one Azure Firewall.';
    expect(refusal(hub(), 'azure-firewall', 'AzureFirewallSubnet')).toBe(reason);
    expect(refusal(hub(), 'azure-firewall', 'hub')).toBe(reason);
    expect(refusal(hub(), 'azure-firewall', 'AzureFirewallSubnet', 'afw-1')).toBeUndefined();
  });

  it('is of gateways one of each type', () => {
    expect(refusal(hub(), 'virtual-network-gateway', 'GatewaySubnet')).toBeUndefined();
    const both = hub().add('virtual-network-gateway', 'er-1', 'GatewaySubnet', {
      gatewayType: 'ExpressRoute',
    });
    expect(refusal(both, 'virtual-network-gateway', 'GatewaySubnet')).toBe(
      'hub has vpn-1 and er-1: a virtual network takes one VPN gateway and one ExpressRoute gateway.',
    );
  });

  it('is not refused, and no place to offer, where no page says so in plain words', () => {
    expect(refusal(hub(), 'bastion', 'AzureBastionSubnet')).toBeUndefined();
    expect(isFullOf(hub().build(), 'bastion', 'AzureBastionSubnet' as ResourceId)).toBe(true);
    expect(isFullOf(hub().build(), 'bastion', 'other' as ResourceId)).toBe(false);
  });
});
