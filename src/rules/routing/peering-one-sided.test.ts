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
    'a half that Azure says is Connected': { design: half().set('peer-b', { peeringState: 'Connected' }) },
    'a network that is not shown': { design: half().set('vnet-b', { presence: 'not-shown' }) },
    'an incomplete export': { design: half().incomplete() },
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
  },
});
