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
        },
      ],
    },
  },
});
