import { isolatedWorkspace, testRule } from '#testing';
import { egressMissing } from './egress-missing.ts';

const cutOff = () => isolatedWorkspace().set('snet-training', { natGateway: undefined });

testRule(egressMissing, {
  valid: {
    'computes behind a NAT gateway': { design: isolatedWorkspace(), passes: 1 },
    'computes with public IP addresses': {
      design: cutOff()
        .set('ci-research', { enableNodePublicIp: true })
        .set('cpu-cluster', { enableNodePublicIp: true }),
    },
  },
  invalid: {
    'a private subnet without a way out': {
      design: cutOff(),
      findings: [
        {
          at: ['snet-training', 'ci-research', 'cpu-cluster'],
          message: 'none',
          text: 'ci-research and cpu-cluster cannot leave snet-training: it has no way out',
        },
      ],
    },
    'a NAT gateway without an address': {
      design: isolatedWorkspace().set('nat-ml', { publicIPAddresses: [] }),
      findings: [
        {
          at: ['nat-ml', 'snet-training', 'ci-research', 'cpu-cluster'],
          message: 'noAddress',
          text: 'ci-research and cpu-cluster cannot leave snet-training: nat-ml has no public IP address to send from',
        },
      ],
    },
  },
  undecided: {
    'a NAT gateway whose addresses an export leaves out': {
      design: isolatedWorkspace().set('nat-ml', { publicIPAddresses: undefined }).incomplete(),
      missing: ['the public IP addresses of nat-ml'],
    },
    'a route table that is not shown': {
      design: cutOff().routeTable('rt', [], 'snet-training').set('rt', { presence: 'not-shown' }),
      missing: ['the way out of snet-training: route table rt is not shown'],
    },
  },
});
