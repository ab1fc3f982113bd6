import { design, isolatedWorkspace, securityRule, testRule } from '#testing';
import { softwareUnreachable } from './software-unreachable.ts';

const wanting = (...software: readonly string[]) => isolatedWorkspace().goals({ software });
const rules = (builder: ReturnType<typeof wanting>, ...added: readonly ReturnType<typeof securityRule>[]) => {
  const group = builder.build().resources.find(({ id }) => id === 'nsg-training');
  const before = group?.kind === 'network-security-group' ? group.securityRules : [];
  return builder.set('nsg-training', { securityRules: [...before, ...added] });
};
const managed = (...hosts: readonly string[]) =>
  design()
    .goals({ software: ['r'] })
    .inRegion('workspace', 'mlw', {
      managedNetwork: {
        isolationMode: 'AllowOnlyApprovedOutbound',
        outboundRules: hosts.map((destination, at) => ({
          name: `rule-${at}`,
          type: 'FQDN' as const,
          destination,
        })),
      },
    })
    .inRegion('compute-cluster', 'cpu', { workspace: 'mlw' });

testRule(softwareUnreachable, {
  valid: {
    'goals that name no software': { design: isolatedWorkspace(), passes: 0 },
    'a security group that lets all web sites pass': {
      design: rules(wanting('conda'), securityRule(300, 'Allow', 'Outbound', '*', 'Internet', '443', 'Tcp')),
      passes: 2,
    },
    'a managed network that lists the host': { design: managed('cloud.r-project.org'), passes: 1 },
  },
  invalid: {
    'a security group that denies the rest': {
      design: wanting('conda'),
      findings: [
        {
          at: ['nsg-training', 'ci-research', 'cpu-cluster'],
          message: 'blocked',
          text: 'nsg-training blocks conda: ci-research and cpu-cluster cannot fetch packages there',
          severity: 'warning',
        },
      ],
    },
    'the same where the goals let data out': {
      design: wanting('conda').goals({ exfiltrationPrevention: 'off', internetOutbound: 'allowed' }),
      findings: [
        {
          at: ['nsg-training', 'ci-research', 'cpu-cluster'],
          message: 'blocked',
          text: 'nsg-training blocks conda: ci-research and cpu-cluster cannot fetch packages there',
          fix: 'Allow TCP 443 to all of the internet',
        },
      ],
    },
    'a managed network without a rule for the host': {
      design: managed(),
      findings: [
        {
          at: ['mlw', 'cpu'],
          message: 'blocked',
          text: 'mlw blocks r: cpu cannot fetch packages there',
          fix: 'Allow cloud.r-project.org',
        },
      ],
    },
  },
});
