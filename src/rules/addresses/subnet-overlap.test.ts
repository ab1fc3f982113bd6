import { design, testRule } from '#testing';
import { subnetOverlap } from './subnet-overlap.ts';

const two = (second: string) =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet-a', 'vnet', '10.0.0.0/26')
    .subnet('snet-b', 'vnet', second);

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
    'addresses that are stated in both are no one’s to move': {
      design: two('10.0.0.0/26')
        .add('dns-server', 'dns-a', 'snet-a', { ipAddress: '10.0.0.10' })
        .add('dns-server', 'dns-b', 'snet-b', { ipAddress: '10.0.0.11' }),
      findings: [{ at: ['snet-a', 'snet-b'], message: 'overlap', text: 'snet-a and snet-b overlap in vnet' }],
    },
  },
});
