import { design, testRule } from '#testing';
import { addressSpaceOverlap } from './address-space-overlap.ts';

const two = (second: string) =>
  design().virtualNetwork('vnet-a', '10.0.0.0/16').virtualNetwork('vnet-b', second);

testRule(addressSpaceOverlap, {
  valid: { 'spaces of their own': { design: two('10.1.0.0/16').peering('vnet-a', 'vnet-b'), passes: 2 } },
  invalid: {
    'peered networks that share addresses': {
      design: two('10.0.4.0/24').peering('vnet-a', 'vnet-b'),
      findings: [
        {
          at: ['vnet-a', 'vnet-b'],
          message: 'peered',
          severity: 'error',
          text: 'vnet-a and vnet-b are peered but share addresses',
        },
      ],
    },
    'spokes of one hub that share addresses': {
      design: two('10.0.4.0/24')
        .virtualNetwork('vnet-hub', '10.9.0.0/16')
        .peering('vnet-hub', 'vnet-a')
        .peering('vnet-hub', 'vnet-b'),
      findings: [
        {
          at: ['vnet-a', 'vnet-b'],
          message: 'joined',
          text: 'vnet-a and vnet-b are both peered with vnet-hub but share addresses',
        },
      ],
    },
    'networks that are never joined': {
      design: two('10.0.0.0/16'),
      findings: [
        {
          at: ['vnet-a', 'vnet-b'],
          message: 'apart',
          severity: 'note',
          text: 'vnet-a and vnet-b share addresses: they can never be peered',
        },
      ],
    },
  },
});
