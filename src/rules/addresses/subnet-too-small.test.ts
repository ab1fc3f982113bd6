import { design, testRule } from '#testing';
import { subnetTooSmall } from './subnet-too-small.ts';

const subnet = (name: string, prefix: string, properties = {}) =>
  design().virtualNetwork('vnet', '10.0.0.0/16').subnet(name, 'vnet', prefix, properties);

testRule(subnetTooSmall, {
  valid: {
    'a Bastion subnet of /26': { design: subnet('AzureBastionSubnet', '10.0.0.0/26'), passes: 1 },
    'a gateway subnet of /29': { design: subnet('GatewaySubnet', '10.0.0.0/29'), passes: 1 },
    'any subnet of /29': { design: subnet('snet', '10.0.0.0/29'), passes: 1 },
  },
  invalid: {
    'a Bastion subnet of /27': {
      design: subnet('AzureBastionSubnet', '10.0.0.0/27').add('bastion', 'bas', 'AzureBastionSubnet'),
      findings: [
        {
          at: ['AzureBastionSubnet', 'bas'],
          message: 'tooSmall',
          text: 'AzureBastionSubnet is 10.0.0.0/27: AzureBastionSubnet needs /26 or larger',
          fix: 'Make it 10.0.0.0/26',
        },
      ],
    },
    'a firewall subnet whose neighbour is in the way': {
      design: subnet('AzureFirewallSubnet', '10.0.0.0/27').subnet('snet', 'vnet', '10.0.0.32/27'),
      findings: [
        {
          at: 'AzureFirewallSubnet',
          message: 'tooSmall',
          text: 'AzureFirewallSubnet is 10.0.0.0/27: AzureFirewallSubnet needs /26 or larger',
          fix: 'Make it 10.0.0.64/26',
        },
      ],
    },
    'a resolver subnet of /29': {
      design: subnet('snet-dns', '10.0.0.0/29', { delegations: ['Microsoft.Network/dnsResolvers'] }),
      findings: [
        {
          at: 'snet-dns',
          message: 'tooSmall',
          text: 'snet-dns is 10.0.0.0/29: DNS Private Resolver endpoint needs /28 or larger',
        },
      ],
    },
    'a subnet of two addresses': {
      design: subnet('snet', '10.0.0.0/31'),
      findings: [
        { at: 'snet', message: 'tooSmall', text: 'snet is 10.0.0.0/31: any subnet needs /29 or larger' },
      ],
    },
  },
});
