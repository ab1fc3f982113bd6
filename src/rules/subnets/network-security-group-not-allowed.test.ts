import { design, testRule } from '#testing';
import { networkSecurityGroupNotAllowed } from './network-security-group-not-allowed.ts';

const gateway = () =>
  design().virtualNetwork('vnet', '10.0.0.0/16').subnet('GatewaySubnet', 'vnet', '10.0.0.0/27');

testRule(networkSecurityGroupNotAllowed, {
  valid: {
    'a gateway subnet without one': { design: gateway() },
    'a Bastion subnet with one': {
      design: design()
        .virtualNetwork('vnet', '10.0.0.0/16')
        .subnet('AzureBastionSubnet', 'vnet', '10.0.0.0/26')
        .securityGroup('nsg', [], 'AzureBastionSubnet'),
    },
  },
  invalid: {
    'a gateway subnet with one': {
      design: gateway().securityGroup('nsg-gateway', [], 'GatewaySubnet'),
      findings: [
        {
          at: ['GatewaySubnet', 'nsg-gateway'],
          message: 'attached',
          text: 'GatewaySubnet has network security group nsg-gateway, but may have none',
          fix: 'Detach the security group',
        },
      ],
    },
  },
});
