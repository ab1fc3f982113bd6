import { isolatedWorkspace, testRule } from '#testing';
import { publicIpComputeBehindFirewall } from './public-ip-compute-behind-firewall.ts';

const toFirewall = {
  name: 'default',
  addressPrefix: '0.0.0.0/0',
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: '10.0.9.4',
} as const;

const routed = () => isolatedWorkspace().routeTable('rt-training', [toFirewall], 'snet-training');

const withRoute = (addressPrefix: string) =>
  isolatedWorkspace()
    .set('ci-research', { enableNodePublicIp: true })
    .routeTable(
      'rt-training',
      [toFirewall, { name: 'past', addressPrefix, nextHopType: 'Internet' }],
      'snet-training',
    );

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
    'a route past the firewall for all of Azure in the region': {
      design: withRoute('AzureCloud.westeurope'),
      passes: 1,
    },
    'a route past the firewall by the tag of the region': {
      design: withRoute('AzureMachineLearning.WestEurope'),
      passes: 1,
    },
  },
  undecided: {
    'routes past the firewall by address': {
      design: withRoute('20.61.0.0/16'),
      missing: ['whether past of rt-training hold all addresses of AzureMachineLearning'],
    },
  },
  invalid: {
    'a route past the firewall for another region': {
      design: withRoute('AzureMachineLearning.eastus'),
      findings: [
        {
          at: ['rt-training', 'ci-research'],
          message: 'asymmetric',
          text: 'rt-training sends replies of ci-research to the firewall: AzureMachineLearning has no route to the internet',
        },
      ],
    },
    'two routes that together send everything to the firewall': {
      design: isolatedWorkspace()
        .set('ci-research', { enableNodePublicIp: true })
        .routeTable(
          'rt-training',
          ['0.0.0.0/1', '128.0.0.0/1'].map((addressPrefix, at) => ({
            ...toFirewall,
            name: `half-${at}`,
            addressPrefix,
          })),
          'snet-training',
        ),
      findings: [
        {
          at: ['rt-training', 'ci-research'],
          message: 'asymmetric',
          text: 'rt-training sends replies of ci-research to the firewall: AzureMachineLearning has no route to the internet',
        },
      ],
    },
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
