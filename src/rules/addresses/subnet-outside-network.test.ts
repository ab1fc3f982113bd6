import { design, testRule } from '#testing';
import { subnetOutsideNetwork } from './subnet-outside-network.ts';

const subnet = (prefix: string) =>
  design().virtualNetwork('vnet', '10.0.0.0/16').subnet('snet', 'vnet', prefix);

testRule(subnetOutsideNetwork, {
  valid: {
    'a subnet inside': { design: subnet('10.0.3.0/24'), passes: 1 },
    'a network of which only the id is known': {
      design: subnet('10.9.0.0/24').set('vnet', { presence: 'not-shown' }),
    },
  },
  invalid: {
    'a subnet outside': {
      design: subnet('10.9.0.0/24'),
      findings: [
        {
          at: ['snet', 'vnet'],
          message: 'outside',
          text: 'snet is 10.9.0.0/24, outside vnet (10.0.0.0/16)',
          fix: 'Make it 10.0.0.0/24',
        },
      ],
    },
  },
});
