import type { ResourceId } from '#model';
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
    'networks of one virtual WAN hub that share addresses': {
      design: two('10.0.4.0/24').inRegion('virtual-wan-hub', 'vhub', {
        addressPrefix: '10.9.0.0/23',
        virtualNetworkConnections: ['vnet-a', 'vnet-b'].map((one) => ({
          name: one,
          remoteVirtualNetwork: one as ResourceId,
        })),
      }),
      findings: [
        {
          at: ['vnet-a', 'vnet-b'],
          message: 'joined',
          text: 'vnet-a and vnet-b are both connected to vhub but share addresses',
        },
      ],
    },
    'a network that shares addresses with its virtual WAN hub': {
      design: two('10.1.0.0/16').inRegion('virtual-wan-hub', 'vhub', {
        addressPrefix: '10.1.4.0/23',
        virtualNetworkConnections: [{ name: 'b', remoteVirtualNetwork: 'vnet-b' as ResourceId }],
      }),
      findings: [
        {
          at: ['vnet-b', 'vhub'],
          message: 'hub',
          text: 'vnet-b is connected to vhub but shares addresses with it',
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
