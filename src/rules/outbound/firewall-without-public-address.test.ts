import { type DesignBuilder, design, type Properties, testRule } from '#testing';
import { firewallWithoutPublicAddress } from './firewall-without-public-address.ts';

const firewall = (properties: Properties<'azure-firewall'>): DesignBuilder =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'hub', '10.0.1.0/26')
    .subnet('AzureFirewallManagementSubnet', 'hub', '10.0.2.0/26')
    .inRegion('public-ip-address', 'pip')
    .add('azure-firewall', 'afw', 'AzureFirewallSubnet', properties);

testRule(firewallWithoutPublicAddress, {
  valid: {
    'a firewall with an address': { design: firewall({ publicIPAddresses: ['pip'] }), passes: 1 },
    'forced tunnelling, managed through an address of its own': {
      design: firewall({
        managementSubnet: 'AzureFirewallManagementSubnet',
        managementPublicIPAddress: 'pip',
      }),
      passes: 1,
    },
    'a firewall in a virtual WAN hub, where Azure gives the address': {
      design: design().inRegion('virtual-wan-hub', 'vhub').add('azure-firewall', 'afw', 'vhub', {}),
      passes: 0,
    },
  },
  invalid: {
    'no address at all': {
      design: firewall({}),
      findings: [
        {
          at: 'afw',
          message: 'none',
          severity: 'error',
          text: 'afw has no public IP address: Azure does not deploy a firewall without one',
          fix: 'Add a public IP address',
        },
      ],
    },
    'an empty list': {
      design: firewall({ publicIPAddresses: [] }),
      findings: [
        {
          at: 'afw',
          message: 'none',
          text: 'afw has no public IP address: Azure does not deploy a firewall without one',
          fix: 'Add a public IP address',
        },
      ],
    },
  },
});
