import { design, testRule } from '#testing';
import { peeringOneSided } from './peering-one-sided.ts';

const half = () =>
  design()
    .virtualNetwork('vnet-a', '10.0.0.0/24')
    .virtualNetwork('vnet-b', '10.0.1.0/24')
    .add('virtual-network-peering', 'peer-b', 'vnet-a', { remoteVirtualNetwork: 'vnet-b' });

testRule(peeringOneSided, {
  valid: {
    'both halves': {
      design: half().add('virtual-network-peering', 'peer-a', 'vnet-b', { remoteVirtualNetwork: 'vnet-a' }),
      passes: 2,
    },
    'a half that is not connected, which another rule tells': {
      design: half().set('peer-b', { peeringState: 'Initiated' }),
    },
    'a network that is not shown': { design: half().set('vnet-b', { presence: 'not-shown' }) },
    'an incomplete export whose networks list no peerings': { design: half().incomplete() },
    'an incomplete export whose network lists a half that is shown': {
      design: half()
        .add('virtual-network-peering', 'peer-a', 'vnet-b', { remoteVirtualNetwork: 'vnet-a' })
        .set('vnet-b', { virtualNetworkPeerings: ['/subscriptions/1/peer-a'] })
        .incomplete(),
      passes: 2,
    },
  },
  invalid: {
    'one half only': {
      design: half(),
      findings: [
        {
          at: ['peer-b', 'vnet-b'],
          message: 'oneHalf',
          text: 'vnet-a is peered with vnet-b, but vnet-b is not peered back',
          fix: 'Add the other half',
        },
      ],
    },
    'a whole export that says Connected of a half which the other network does not list back': {
      design: half()
        .set('vnet-b', { virtualNetworkPeerings: [] })
        .set('peer-b', { peeringState: 'Connected' })
        .wholeExport(),
      findings: [
        {
          at: ['peer-b', 'vnet-b'],
          message: 'oneHalf',
          text: 'vnet-a is peered with vnet-b, but vnet-b is not peered back',
          fix: 'Add the other half',
        },
      ],
    },
    'an export whose network lists no half back': {
      design: half().set('vnet-b', { virtualNetworkPeerings: [] }).incomplete(),
      findings: [
        {
          at: ['peer-b', 'vnet-b'],
          message: 'oneHalf',
          text: 'vnet-a is peered with vnet-b, but vnet-b is not peered back',
          fix: 'Add the other half',
        },
      ],
    },
  },
  undecided: {
    'an export that says Connected of a half which the other network does not list back': {
      design: half()
        .set('vnet-b', { virtualNetworkPeerings: [] })
        .set('peer-b', { peeringState: 'Connected' })
        .incomplete(),
      missing: ['the half in vnet-b, which its list of peerings lacks although peer-b is Connected'],
    },
  },
});
