import { isolatedWorkspace, securityRule, testRule } from '#testing';
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
    'a cluster that asks for them, guarded by its security group, where the internet is open': {
      design: isolatedWorkspace()
        .goals({ exfiltrationPrevention: 'off', internetOutbound: 'allowed' })
        .set('cpu-cluster', { enableNodePublicIp: true }),
      findings: [
        {
          at: ['cpu-cluster', 'snet-training'],
          message: 'stated',
          severity: 'warning',
          text: 'cpu-cluster gives its nodes in snet-training public IP addresses',
        },
      ],
    },
    'a cluster that asks for them, behind a security group that lets the internet in': {
      design: isolatedWorkspace()
        .goals({ exfiltrationPrevention: 'off', internetOutbound: 'allowed' })
        .set('cpu-cluster', { enableNodePublicIp: true })
        .set('nsg-training', {
          securityRules: [securityRule(100, 'Allow', 'Inbound', 'Internet', '*', '22', 'Tcp')],
        }),
      findings: [
        {
          at: ['cpu-cluster', 'snet-training'],
          message: 'stated',
          severity: 'error',
          text: 'cpu-cluster gives its nodes in snet-training public IP addresses',
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
