import type { Resource } from '#model';
import { ruleCollectionGroups } from './firewall-rules.ts';
import { ids } from './ids.ts';
import { make } from './make.ts';
import { firewallAddress, prefixes } from './prefixes.ts';

const publicAddress = { parent: ids.region, sku: 'Standard', publicIPAllocationMethod: 'Static' } as const;

const network: readonly Resource[] = [
  make('virtual-network', ids.hub, 'vnet-hub', { parent: ids.region, addressPrefixes: [prefixes.hub] }),
  make('virtual-network-peering', ids.hubToSpoke, 'hub-to-spoke', {
    parent: ids.hub,
    remoteVirtualNetwork: ids.spoke,
    allowVirtualNetworkAccess: true,
    allowForwardedTraffic: true,
  }),
  make('subnet', ids.firewallSubnet, 'AzureFirewallSubnet', {
    parent: ids.hub,
    addressPrefixes: [prefixes.firewallSubnet],
  }),
  make('subnet', ids.bastionSubnet, 'AzureBastionSubnet', {
    parent: ids.hub,
    addressPrefixes: [prefixes.bastionSubnet],
  }),
  make('subnet', ids.jumpSubnet, 'snet-jump', {
    parent: ids.hub,
    addressPrefixes: [prefixes.jumpSubnet],
    networkSecurityGroup: ids.jumpSecurityGroup,
    routeTable: ids.routeTable,
    defaultOutboundAccess: false,
  }),
];

const firewall: readonly Resource[] = [
  make('azure-firewall', ids.firewall, 'afw-hub', {
    parent: ids.firewallSubnet,
    skuTier: 'Standard',
    privateIPAddress: firewallAddress,
    publicIPAddresses: [ids.firewallAddress],
    firewallPolicy: ids.firewallPolicy,
  }),
  make('firewall-policy', ids.firewallPolicy, 'afwp-hub', {
    parent: ids.region,
    skuTier: 'Standard',
    threatIntelMode: 'Alert',
    dnsSettings: { enableProxy: true },
    ruleCollectionGroups,
  }),
  make('public-ip-address', ids.firewallAddress, 'pip-afw-hub', publicAddress),
  make('route-table', ids.routeTable, 'rt-firewall', {
    parent: ids.region,
    routes: [
      {
        name: 'everything-through-firewall',
        addressPrefix: '0.0.0.0/0',
        nextHopType: 'VirtualAppliance',
        nextHopIpAddress: firewallAddress,
      },
    ],
  }),
];

const people: readonly Resource[] = [
  make('bastion', ids.bastion, 'bas-hub', {
    parent: ids.bastionSubnet,
    sku: 'Standard',
    publicIPAddresses: [ids.bastionAddress],
  }),
  make('public-ip-address', ids.bastionAddress, 'pip-bas-hub', publicAddress),
  make('virtual-machine', ids.jumpBox, 'vm-jump', { parent: ids.jumpSubnet }),
  make('client', ids.engineers, 'ML engineers', {
    parent: ids.jumpSubnet,
    role: 'engineer',
    uses: [ids.workspace],
  }),
];

/** What all spokes share: the way out, and the way in for people. */
export const hub: readonly Resource[] = [...network, ...firewall, ...people];
