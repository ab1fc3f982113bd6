import { design, testRule } from '#testing';
import { natGatewayNotAllowed } from './nat-gateway-not-allowed.ts';

const on = (subnet: string) =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet(subnet, 'vnet', '10.0.1.0/26', { natGateway: 'ng' })
    .inRegion('public-ip-address', 'pip')
    .inRegion('nat-gateway', 'ng', { publicIPAddresses: ['pip'] });

testRule(natGatewayNotAllowed, {
  valid: {
    'a NAT gateway on the subnet of a firewall': { design: on('AzureFirewallSubnet'), passes: 1 },
    'a NAT gateway on a subnet of any name': { design: on('snet-training'), passes: 0 },
  },
  invalid: {
    'a NAT gateway on the subnet of a gateway': {
      design: on('GatewaySubnet'),
      findings: [
        {
          at: ['GatewaySubnet', 'ng'],
          message: 'attached',
          text: 'GatewaySubnet has NAT gateway ng, but may have none',
          severity: 'error',
          fix: 'Detach the NAT gateway',
        },
      ],
    },
    'a NAT gateway on a subnet of which no page was read': {
      design: on('AzureBastionSubnet').set('AzureBastionSubnet', { name: 'RouteServerSubnet' }),
      findings: [
        {
          at: ['AzureBastionSubnet', 'ng'],
          message: 'attached',
          text: 'RouteServerSubnet has NAT gateway ng, but may have none (no source confirms it)',
          severity: 'warning',
        },
      ],
    },
  },
});
