import { design, testRule } from '#testing';
import { subnetNameFixed } from './subnet-name-fixed.ts';

const network = () => design().virtualNetwork('vnet', '10.0.0.0/16');

testRule(subnetNameFixed, {
  valid: {
    'a Bastion host in its subnet': {
      design: network()
        .subnet('AzureBastionSubnet', 'vnet', '10.0.0.0/26')
        .add('bastion', 'bas', 'AzureBastionSubnet'),
      passes: 1,
    },
    'a machine in a subnet of any name': {
      design: network().subnet('snet', 'vnet', '10.0.0.0/26').add('virtual-machine', 'vm', 'snet'),
    },
  },
  invalid: {
    'a Bastion host in a subnet of another name': {
      design: network().subnet('snet-bastion', 'vnet', '10.0.0.0/26').add('bastion', 'bas', 'snet-bastion'),
      findings: [
        {
          at: ['bas', 'snet-bastion'],
          message: 'wrongName',
          text: 'bas lies in snet-bastion, but its subnet has to be named AzureBastionSubnet',
          fix: 'Rename the subnet to AzureBastionSubnet',
        },
      ],
    },
    'a machine in the subnet of gateways': {
      design: network()
        .subnet('GatewaySubnet', 'vnet', '10.0.0.0/26')
        .add('virtual-machine', 'vm', 'GatewaySubnet'),
      findings: [
        {
          at: ['vm', 'GatewaySubnet'],
          message: 'dedicated',
          text: 'vm lies in GatewaySubnet, which Azure keeps for another service',
        },
      ],
    },
  },
});
