import { design, testRule } from '#testing';
import { networkSecurityGroupMissing } from './network-security-group-missing.ts';

const one = () => design().virtualNetwork('vnet', '10.0.0.0/16').subnet('snet-work', 'vnet', '10.0.0.0/24');
const withEndpoints = (policy?: 'Disabled' | 'RouteTableEnabled' | 'NetworkSecurityGroupEnabled') =>
  one()
    .inRegion('key-vault', 'kv')
    .privateEndpoint('kv', 'vault', 'snet-work', [])
    .set('snet-work', policy ? { privateEndpointNetworkPolicies: policy } : {});
const behindFirewall = () =>
  one()
    .subnet('AzureFirewallSubnet', 'vnet', '10.0.1.0/26')
    .add('azure-firewall', 'afw', 'AzureFirewallSubnet', {})
    .routeTable(
      'rt',
      [
        {
          name: 'default',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.0.1.4',
        },
      ],
      'snet-work',
    );
const withInterface = () =>
  one().add('network-interface', 'nic', undefined, {
    ipConfigurations: [{ name: 'one', subnet: 'snet-work' }],
  });

testRule(networkSecurityGroupMissing, {
  valid: {
    'a subnet with a security group': { design: one().securityGroup('nsg', [], 'snet-work'), passes: 1 },
    'subnets that may have none or keep their own': {
      design: design()
        .virtualNetwork('vnet', '10.0.0.0/16')
        .subnet('AzureFirewallSubnet', 'vnet', '10.0.0.0/26')
        .subnet('GatewaySubnet', 'vnet', '10.0.1.0/27')
        .subnet('AzureBastionSubnet', 'vnet', '10.0.2.0/26')
        .subnet('snet-dns', 'vnet', '10.0.3.0/28', { delegations: ['Microsoft.Network/dnsResolvers'] }),
    },
    'endpoints that heed the security group': {
      design: withEndpoints('NetworkSecurityGroupEnabled').securityGroup('nsg', [], 'snet-work'),
      passes: 1,
    },
    'a security group that has something else to filter beside endpoints': {
      design: withEndpoints().add('virtual-machine', 'vm', 'snet-work').securityGroup('nsg', [], 'snet-work'),
      passes: 1,
    },
    'a subnet that is not shown': { design: one().set('snet-work', { presence: 'not-shown' }) },
  },
  invalid: {
    'a subnet without one': {
      design: one(),
      findings: [
        {
          at: 'snet-work',
          message: 'open',
          severity: 'warning',
          text: 'snet-work has no network security group: nothing filters its traffic',
          fix: 'Attach a security group',
        },
      ],
    },
    'a subnet that is shown in a virtual network that is not': {
      design: one().set('vnet', { presence: 'not-shown' }).incomplete(),
      findings: [
        {
          at: 'snet-work',
          message: 'open',
          text: 'snet-work has no network security group: nothing filters its traffic',
        },
      ],
    },
    'interfaces that have their own': {
      design: withInterface()
        .inRegion('network-security-group', 'nsg')
        .set('nic', { networkSecurityGroup: 'nsg' }),
      findings: [
        {
          at: 'snet-work',
          message: 'covered',
          severity: 'note',
          text: 'snet-work has no network security group of its own; every network interface in it has one',
        },
      ],
    },
    'a subnet whose default route leads to a firewall, past which everything inside comes and goes': {
      design: behindFirewall(),
      findings: [
        {
          at: 'snet-work',
          message: 'routed',
          severity: 'note',
          text: 'snet-work has no network security group: afw filters only what routes lead to it',
        },
      ],
    },
    'endpoints that would not heed one': {
      design: withEndpoints(),
      findings: [
        {
          at: 'snet-work',
          message: 'endpoints',
          severity: 'warning',
          text: 'snet-work has no network security group, and would let none filter its private endpoints: nothing filters its traffic',
          fix: 'Attach a security group',
        },
      ],
    },
    'endpoints that do not heed the one there is': {
      design: withEndpoints('RouteTableEnabled').securityGroup('nsg', [], 'snet-work'),
      findings: [
        {
          at: 'snet-work',
          message: 'unheeded',
          severity: 'note',
          text: 'nsg filters nothing in snet-work: it lets no security group filter its private endpoints',
          fix: 'Let security groups count',
        },
      ],
    },
  },
});
