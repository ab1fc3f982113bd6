import { design, type Properties, testRule } from '#testing';
import { platformLimitExceeded } from './platform-limit-exceeded.ts';

const tagRoutes = (count: number): Properties<'route-table'> => ({
  routes: Array.from({ length: count }, (_, at) => ({
    name: `route-${at}`,
    addressPrefix: at === 0 ? '10.9.0.0/16' : `AzureMachineLearning.region${at}`,
    nextHopType: 'Internet',
  })),
});

const zone = 'privatelink.blob.core.windows.net';
const registering = (names: readonly string[]) =>
  names.reduce(
    (builder, name) =>
      builder.add('private-dns-zone', name, undefined, {
        virtualNetworkLinks: [{ name: 'link', virtualNetwork: 'vnet', registrationEnabled: true }],
      }),
    design().virtualNetwork('vnet', '10.0.0.0/16'),
  );

const hub = () =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'hub', '10.0.0.0/26')
    .subnet('AzureBastionSubnet', 'hub', '10.0.1.0/26')
    .subnet('GatewaySubnet', 'hub', '10.0.2.0/27')
    .add('azure-firewall', 'afw-1', 'AzureFirewallSubnet', {})
    .add('bastion', 'bas-1', 'AzureBastionSubnet', {})
    .add('virtual-network-gateway', 'vpn-1', 'GatewaySubnet', { gatewayType: 'Vpn' })
    .add('virtual-network-gateway', 'er-1', 'GatewaySubnet', { gatewayType: 'ExpressRoute' });

testRule(platformLimitExceeded, {
  valid: {
    'one firewall, one Bastion, one gateway of each type': { design: hub(), passes: 0 },
    'a firewall in each of two networks': {
      design: hub()
        .virtualNetwork('other', '10.1.0.0/16')
        .subnet('AzureFirewallSubnet', 'other', '10.1.0.0/26')
        .add('azure-firewall', 'afw-2', 'other/AzureFirewallSubnet', {}),
      passes: 0,
    },
    'twenty-five routes with service tags beside another': {
      design: design().inRegion('route-table', 'rt', tagRoutes(26)),
      passes: 1,
    },
    'few of everything': { design: design().inRegion('route-table', 'rt', tagRoutes(3)), passes: 0 },
    'one zone that registers machines': { design: registering(['corp.example']), passes: 1 },
  },
  invalid: {
    'a second firewall in the subnet of the first': {
      design: hub().add('azure-firewall', 'afw-2', 'AzureFirewallSubnet', {}),
      findings: [
        {
          at: ['afw-2', 'afw-1', 'hub'],
          message: 'exceeded',
          severity: 'error',
          text: 'hub goes beyond a limit: Azure Firewalls of a virtual network: 2, of which Azure allows 1',
        },
      ],
    },
    'a second VPN gateway': {
      design: hub().add('virtual-network-gateway', 'vpn-2', 'GatewaySubnet', { gatewayType: 'Vpn' }),
      findings: [
        {
          at: ['vpn-2', 'vpn-1', 'hub'],
          message: 'exceeded',
          severity: 'error',
          text: 'hub goes beyond a limit: VPN gateways of a virtual network: 2, of which Azure allows 1',
        },
      ],
    },
    'a second Bastion, of which no page says so in plain words': {
      design: hub().add('bastion', 'bas-2', 'AzureBastionSubnet', {}),
      findings: [
        {
          at: ['bas-2', 'bas-1', 'hub'],
          message: 'exceeded',
          severity: 'warning',
          text: 'hub goes beyond a limit: Bastions of a virtual network: 2, of which Azure allows 1 (no source confirms it)',
        },
      ],
    },
    'more routes with service tags': {
      design: design().inRegion('route-table', 'rt', tagRoutes(27)),
      findings: [
        {
          at: 'rt',
          message: 'exceeded',
          severity: 'error',
          text: 'rt goes beyond a limit: Routes with a service tag of a route table: 26, of which Azure allows 25',
        },
      ],
    },
    'two zones that register the machines of one network': {
      design: registering(['corp.example', 'lab.example']),
      findings: [
        {
          at: 'vnet',
          message: 'exceeded',
          text: 'vnet goes beyond a limit: Zones that a virtual network registers its machines in: 2, of which Azure allows 1',
        },
      ],
    },
    'two zones of one name in a zone group': {
      design: design()
        .virtualNetwork('vnet', '10.0.0.0/16')
        .subnet('snet', 'vnet', '10.0.0.0/24')
        .add('private-dns-zone', 'one', undefined, { virtualNetworkLinks: [] })
        .add('private-dns-zone', 'two', undefined, { virtualNetworkLinks: [] })
        .set('one', { name: zone })
        .set('two', { name: zone })
        .inRegion('storage-account', 'st')
        .privateEndpoint('st', 'blob', 'snet', ['one', 'two']),
      findings: [
        {
          at: 'pe-st-blob',
          message: 'exceeded',
          text: 'pe-st-blob goes beyond a limit: Zones of one name in a private DNS zone group: 2, of which Azure allows 1',
        },
      ],
    },
  },
});
