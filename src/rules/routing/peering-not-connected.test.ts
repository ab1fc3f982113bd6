import { design, testRule } from '#testing';
import { peeringNotConnected } from './peering-not-connected.ts';

const two = () => design().virtualNetwork('vnet-a', '10.0.0.0/24').virtualNetwork('vnet-b', '10.0.1.0/24');

testRule(peeringNotConnected, {
  valid: {
    'halves that are Connected': {
      design: two().peering('vnet-a', 'vnet-b', { peeringState: 'Connected' }),
      passes: 2,
    },
    'halves that deployment will connect': { design: two().peering('vnet-a', 'vnet-b'), passes: 2 },
  },
  invalid: {
    'a half that is Initiated because there is no other': {
      design: two().add('virtual-network-peering', 'peer-b', 'vnet-a', {
        remoteVirtualNetwork: 'vnet-b',
        peeringState: 'Initiated',
      }),
      findings: [
        {
          at: ['peer-b', 'vnet-a'],
          message: 'down',
          text: 'vnet-a cannot reach vnet-b: peering peer-b is Initiated',
          fix: 'Plan the peering anew',
        },
      ],
    },
    'a half that lets nothing through': {
      design: two()
        .add('virtual-network-peering', 'peer-b', 'vnet-a', {
          remoteVirtualNetwork: 'vnet-b',
          peeringState: 'Connected',
          allowVirtualNetworkAccess: false,
        })
        .add('virtual-network-peering', 'peer-a', 'vnet-b', { remoteVirtualNetwork: 'vnet-a' }),
      findings: [
        {
          at: ['peer-b', 'vnet-a'],
          message: 'closed',
          severity: 'warning',
          text: 'vnet-a and vnet-b are kept apart: peering peer-b does not allow access to the remote network',
          fix: 'Allow access',
        },
      ],
    },
    'a half that is Disconnected': {
      design: two()
        .add('virtual-network-peering', 'peer-b', 'vnet-a', {
          remoteVirtualNetwork: 'vnet-b',
          peeringState: 'Disconnected',
        })
        .add('virtual-network-peering', 'peer-a', 'vnet-b', { remoteVirtualNetwork: 'vnet-a' }),
      findings: [
        {
          at: ['peer-b', 'vnet-a'],
          message: 'down',
          severity: 'error',
          text: 'vnet-a cannot reach vnet-b: peering peer-b is Disconnected',
          fix: 'Plan the peering anew',
        },
      ],
    },
  },
});
