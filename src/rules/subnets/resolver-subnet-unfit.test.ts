import { design, testRule } from '#testing';
import { resolverSubnetUnfit } from './resolver-subnet-unfit.ts';

const delegations = ['Microsoft.Network/dnsResolvers'];
const resolver = (prefix = '10.0.0.0/28', properties: object = { delegations }) =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet-in', 'vnet', prefix, properties)
    .add('dns-private-resolver', 'dnspr', 'vnet')
    .add('dns-resolver-endpoint', 'inbound', 'snet-in', { resolver: 'dnspr', direction: 'inbound' });

testRule(resolverSubnetUnfit, {
  valid: {
    'a delegated subnet of its own': { design: resolver(), passes: 1 },
    'the delegation spelled in lower case': {
      design: resolver('10.0.0.0/24', { delegations: ['microsoft.network/dnsresolvers'] }),
      passes: 1,
    },
  },
  invalid: {
    'a subnet that is not delegated': {
      design: resolver('10.0.0.0/28', {}),
      findings: [
        {
          at: ['snet-in', 'inbound'],
          message: 'notDelegated',
          text: 'snet-in is not delegated to Microsoft.Network/dnsResolvers, which inbound needs',
          fix: 'Delegate the subnet',
        },
      ],
    },
    'both endpoints in one subnet': {
      design: resolver().add('dns-resolver-endpoint', 'outbound', 'snet-in', {
        resolver: 'dnspr',
        direction: 'outbound',
      }),
      findings: [
        {
          at: ['snet-in', 'inbound', 'outbound'],
          message: 'shared',
          text: 'snet-in holds outbound besides inbound, which needs a subnet of its own',
        },
      ],
    },
    'a subnet of a /23': {
      design: resolver('10.0.0.0/23'),
      findings: [
        {
          at: ['snet-in', 'inbound'],
          message: 'large',
          text: 'snet-in is 10.0.0.0/23: inbound needs /24 or smaller',
        },
      ],
    },
  },
});
