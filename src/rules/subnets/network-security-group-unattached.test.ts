import { design, testRule } from '#testing';
import { networkSecurityGroupUnattached } from './network-security-group-unattached.ts';

const alone = () => design().inRegion('network-security-group', 'nsg-spare');

testRule(networkSecurityGroupUnattached, {
  valid: {
    'a group that a subnet names': {
      design: design()
        .virtualNetwork('vnet', '10.0.0.0/16')
        .subnet('snet', 'vnet', '10.0.0.0/24')
        .securityGroup('nsg', [], 'snet'),
      passes: 1,
    },
    'a group that is not shown': { design: alone().set('nsg-spare', { presence: 'not-shown' }) },
  },
  invalid: {
    'a group that nothing names': {
      design: alone(),
      findings: [
        {
          at: 'nsg-spare',
          message: 'unattached',
          severity: 'note',
          text: 'nsg-spare is attached to nothing: its rules filter nothing',
        },
      ],
    },
  },
  undecided: {
    'a group whose users may lie outside the export': {
      design: alone().incomplete(),
      missing: ['the subnets and network interfaces that use the security group'],
    },
  },
});
