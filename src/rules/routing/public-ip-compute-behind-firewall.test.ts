import { isolatedWorkspace, testRule } from '#testing';
import { publicIpComputeBehindFirewall } from './public-ip-compute-behind-firewall.ts';

const toFirewall = {
  name: 'default',
  addressPrefix: '0.0.0.0/0',
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: '10.0.9.4',
} as const;

const routed = () => isolatedWorkspace().routeTable('rt-training', [toFirewall], 'snet-training');

testRule(publicIpComputeBehindFirewall, {
  valid: {
    'computes without public IP addresses': { design: routed() },
    'a route past the firewall': {
      design: isolatedWorkspace()
        .set('ci-research', { enableNodePublicIp: true })
        .routeTable(
          'rt-training',
          [toFirewall, { name: 'aml', addressPrefix: 'AzureMachineLearning', nextHopType: 'Internet' }],
          'snet-training',
        ),
      passes: 1,
    },
  },
  invalid: {
    'a compute instance with a public IP address': {
      design: routed().set('ci-research', { enableNodePublicIp: undefined }),
      findings: [
        {
          at: ['rt-training', 'ci-research'],
          message: 'asymmetric',
          text: 'rt-training sends replies of ci-research to the firewall: AzureMachineLearning has no route to the internet',
          fix: 'Route AzureMachineLearning to the internet',
        },
      ],
    },
  },
});
