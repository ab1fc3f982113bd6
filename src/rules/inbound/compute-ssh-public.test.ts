import { isolatedWorkspace, testRule } from '#testing';
import { computeSshPublic } from './compute-ssh-public.ts';

const ssh = (sshPublicAccess: string, enableNodePublicIp: boolean) =>
  isolatedWorkspace().set('ci-research', { sshPublicAccess, enableNodePublicIp });

testRule(computeSshPublic, {
  valid: {
    'an instance without a public address': { design: ssh('Enabled', false), passes: 1 },
    'an instance that closes SSH': { design: ssh('Disabled', true), passes: 1 },
    'an instance that says nothing': { design: isolatedWorkspace(), passes: 0 },
  },
  invalid: {
    'public SSH at a public address': {
      design: ssh('Enabled', true),
      findings: [
        {
          at: 'ci-research',
          message: 'open',
          text: 'ci-research answers SSH on its public IP address',
          fix: 'Close public SSH',
        },
      ],
    },
  },
});
