import { isolatedWorkspace, testRule } from '#testing';
import { computeHasPublicIp } from './compute-has-public-ip.ts';

testRule(computeHasPublicIp, {
  valid: {
    'computes without public IP addresses': { design: isolatedWorkspace(), passes: 2 },
    'computes of a public workspace': {
      design: isolatedWorkspace()
        .set('ci-research', { enableNodePublicIp: true })
        .goals({ workspace: 'public' }),
    },
  },
  invalid: {
    'a cluster that asks for public IP addresses': {
      design: isolatedWorkspace().set('cpu-cluster', { enableNodePublicIp: true }),
      findings: [
        {
          at: ['cpu-cluster', 'snet-training'],
          message: 'stated',
          severity: 'error',
          text: 'cpu-cluster gives its nodes in snet-training public IP addresses',
          fix: 'Take the public IP address away',
        },
      ],
    },
    'an instance that says nothing': {
      design: isolatedWorkspace().set('ci-research', { enableNodePublicIp: undefined }),
      findings: [
        {
          at: ['ci-research', 'snet-training'],
          message: 'byDefault',
          text: 'ci-research in snet-training gets a public IP address, because nothing says otherwise',
        },
      ],
    },
    'serverless compute that says nothing': {
      design: isolatedWorkspace().add('serverless-compute', 'serverless', 'snet-training', {
        workspace: 'mlw',
      }),
      findings: [
        {
          at: ['serverless', 'snet-training'],
          message: 'byDefault',
          text: 'serverless in snet-training gets a public IP address, because nothing says otherwise',
        },
      ],
    },
  },
});
