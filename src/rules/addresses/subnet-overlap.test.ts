import { design, securityRule, testRule } from '#testing';
import { subnetOverlap } from './subnet-overlap.ts';

const two = (second: string) =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet-a', 'vnet', '10.0.0.0/26')
    .subnet('snet-b', 'vnet', second);

const unfixed = {
  at: ['snet-a', 'snet-b'],
  message: 'overlap',
  text: 'snet-a and snet-b overlap in vnet',
  fix: undefined,
};

testRule(subnetOverlap, {
  valid: {
    neighbours: { design: two('10.0.0.64/26'), passes: 1 },
    'the same prefix in another network': {
      design: two('10.0.0.64/26')
        .virtualNetwork('other', '10.0.0.0/16')
        .subnet('snet-c', 'other', '10.0.0.0/26'),
    },
  },
  invalid: {
    'three subnets of which two overlap with the first': {
      design: two('10.0.0.0/28').subnet('snet-c', 'vnet', '10.0.0.32/27'),
      findings: [
        {
          at: ['snet-a', 'snet-b', 'snet-c'],
          message: 'overlap',
          text: 'snet-a, snet-b and snet-c overlap in vnet',
          fix: 'Move snet-b to 10.0.0.64/28 and snet-c to 10.0.0.96/27',
        },
      ],
    },
    'a subnet that holds something stays, and the empty one moves': {
      design: two('10.0.0.0/27').add('compute-instance', 'ci', 'snet-b'),
      findings: [
        {
          at: ['snet-a', 'snet-b'],
          message: 'overlap',
          text: 'snet-a and snet-b overlap in vnet',
          fix: 'Move snet-a to 10.0.0.64/26',
        },
      ],
    },
    'a network without room has no fix': {
      design: design()
        .virtualNetwork('vnet', '10.0.0.0/26')
        .subnet('snet-a', 'vnet', '10.0.0.0/26')
        .subnet('snet-b', 'vnet', '10.0.0.0/26'),
      findings: [{ at: ['snet-a', 'snet-b'], message: 'overlap', text: 'snet-a and snet-b overlap in vnet' }],
    },
    'a subnet of a further pool of nodes stays, and the empty one moves': {
      design: two('10.0.0.0/26')
        .subnet('snet-nodes', 'vnet', '10.0.1.0/24')
        .add('kubernetes-cluster', 'aks', 'snet-nodes', {
          networkPlugin: 'azure',
          agentPoolProfiles: [
            { name: 'system', count: 1 },
            { name: 'more', count: 1, subnet: 'snet-b' },
          ],
        }),
      findings: [
        {
          at: ['snet-a', 'snet-b'],
          message: 'overlap',
          text: 'snet-a and snet-b overlap in vnet',
          fix: 'Move snet-a to 10.0.0.64/26',
        },
      ],
    },
    'a rule that names an address of what would move, which has no fix': {
      design: two('10.0.0.0/26').securityGroup('nsg', [
        securityRule(100, 'Allow', 'Outbound', '10.0.0.8/29', '*'),
      ]),
      findings: [unfixed],
    },
    'a rule that names the whole of what would move, which has no fix': {
      design: two('10.0.0.0/26').securityGroup('nsg', [
        securityRule(100, 'Allow', 'Outbound', '*', '10.0.0.0/26'),
      ]),
      findings: [unfixed],
    },
    'a server for names in what would move, which has no fix': {
      design: two('10.0.0.0/26').set('vnet', { dnsServers: ['10.0.0.10'] }),
      findings: [unfixed],
    },
    'a rule that names the whole network, which moves nothing out of it': {
      design: two('10.0.0.0/26').securityGroup('nsg', [
        securityRule(100, 'Allow', 'Outbound', '10.0.0.0/16', '*'),
      ]),
      findings: [{ ...unfixed, fix: 'Move snet-b to 10.0.0.64/26' }],
    },
    'more subnets than anybody reads the moves of, which have no fix': {
      design: Array.from({ length: 51 }, (_, at) => `snet-${at + 10}`).reduce(
        (built, name) => built.subnet(name, 'vnet', '10.0.0.0/28'),
        design().virtualNetwork('vnet', '10.0.0.0/16'),
      ),
      findings: [
        {
          at: Array.from({ length: 51 }, (_, at) => `snet-${at + 10}`),
          message: 'overlap',
          text: 'snet-10, snet-11, snet-12, snet-13 and 47 more overlap in vnet',
          fix: undefined,
        },
      ],
    },
    'addresses that are stated in both are no one’s to move': {
      design: two('10.0.0.0/26')
        .add('dns-server', 'dns-a', 'snet-a', { ipAddress: '10.0.0.10' })
        .add('dns-server', 'dns-b', 'snet-b', { ipAddress: '10.0.0.11' }),
      findings: [{ at: ['snet-a', 'snet-b'], message: 'overlap', text: 'snet-a and snet-b overlap in vnet' }],
    },
  },
});
