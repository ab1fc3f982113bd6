import { design, testRule } from '#testing';
import { nextHopUnknown } from './next-hop-unknown.ts';

const routed = (nextHopIpAddress: string) =>
  design()
    .virtualNetwork('vnet-hub', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'vnet-hub', '10.0.0.0/26')
    .add('azure-firewall', 'afw-hub', 'AzureFirewallSubnet')
    .virtualNetwork('vnet-spoke', '10.1.0.0/16')
    .subnet('snet-work', 'vnet-spoke', '10.1.0.0/24')
    .routeTable(
      'rt-work',
      [{ name: 'default', addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress }],
      'snet-work',
    );

testRule(nextHopUnknown, {
  valid: {
    'a firewall in a peered network': {
      design: routed('10.0.0.4').peering('vnet-hub', 'vnet-spoke'),
      passes: 1,
    },
    'a firewall behind a peering that is not connected, which is a finding of its own': {
      design: routed('10.0.0.4')
        .peering('vnet-hub', 'vnet-spoke')
        .set('vnet-spoke-to-vnet-hub', { peeringState: 'Disconnected' }),
    },
    'a route table that no subnet uses': {
      design: routed('10.9.9.9').set('snet-work', { routeTable: undefined }),
    },
  },
  invalid: {
    'an address that nothing has': {
      design: routed('10.0.0.9').peering('vnet-hub', 'vnet-spoke'),
      findings: [
        {
          at: ['rt-work', 'snet-work'],
          message: 'nowhere',
          text: 'default of rt-work sends 0.0.0.0/0 from snet-work to 10.0.0.9, which nothing has',
        },
      ],
    },
    'a firewall in a network that is not peered': {
      design: routed('10.0.0.4'),
      findings: [
        {
          at: ['rt-work', 'snet-work'],
          message: 'apart',
          text: 'default of rt-work sends 0.0.0.0/0 from snet-work to afw-hub (10.0.0.4), whose network is not peered with that of snet-work',
          fix: 'Peer vnet-spoke with vnet-hub, both ways',
        },
      ],
    },
    'a machine in a network that is not peered, which has the address by its interface': {
      design: routed('10.2.0.4')
        .virtualNetwork('vnet-other', '10.2.0.0/16')
        .subnet('snet-other', 'vnet-other', '10.2.0.0/24')
        .add('network-interface', 'nic-router', 'snet-other', {
          ipConfigurations: [{ name: 'primary', subnet: 'snet-other', privateIPAddress: '10.2.0.4' }],
        })
        .add('virtual-machine', 'vm-router', 'snet-other', { networkInterfaces: ['nic-router'] }),
      findings: [
        {
          at: ['rt-work', 'snet-work'],
          message: 'apart',
          text: 'default of rt-work sends 0.0.0.0/0 from snet-work to vm-router (10.2.0.4), whose network is not peered with that of snet-work',
          fix: 'Peer vnet-spoke with vnet-other, both ways',
        },
      ],
    },
    'a firewall in a network that shares addresses, which cannot be peered': {
      design: routed('10.0.0.4').set('vnet-spoke', { addressPrefixes: ['10.1.0.0/16', '10.0.4.0/24'] }),
      findings: [
        {
          at: ['rt-work', 'snet-work'],
          message: 'apart',
          text: 'default of rt-work sends 0.0.0.0/0 from snet-work to afw-hub (10.0.0.4), whose network is not peered with that of snet-work',
          fix: undefined,
        },
      ],
    },
  },
  undecided: {
    'an address that may lie outside the export': {
      design: routed('10.9.9.9').incomplete(),
      missing: ['what has the address 10.9.9.9'],
    },
  },
});
