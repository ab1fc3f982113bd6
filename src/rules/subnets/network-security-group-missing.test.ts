import { design, testRule } from '#testing';
import { networkSecurityGroupMissing } from './network-security-group-missing.ts';

const one = () => design().virtualNetwork('vnet', '10.0.0.0/16').subnet('snet-work', 'vnet', '10.0.0.0/24');
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
          message: 'guarded',
          severity: 'note',
          text: 'snet-work has no network security group of its own; every network interface in it has a security group of its own',
        },
      ],
    },
  },
});
