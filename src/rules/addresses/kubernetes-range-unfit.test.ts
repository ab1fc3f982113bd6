import { design, testRule } from '#testing';
import { kubernetesRangeUnfit } from './kubernetes-range-unfit.ts';

const cluster = (properties: object) =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.0.0/24')
    .add('kubernetes-cluster', 'aks', 'snet', {
      agentPoolProfiles: [{ name: 'nodes', count: 3, maxCount: 10 }],
      ...properties,
    } as never);
const overlay = { networkPlugin: 'azure', networkPluginMode: 'overlay' };

testRule(kubernetesRangeUnfit, {
  valid: {
    'ranges apart from the network': {
      design: cluster({
        serviceCidr: '172.16.0.0/16',
        dnsServiceIP: '172.16.0.10',
        ...overlay,
        podCidr: '10.244.0.0/16',
      }),
      passes: 1,
    },
    'a pod range that is not used': {
      design: cluster({ networkPlugin: 'azure', podCidr: '10.0.0.0/16', serviceCidr: '172.16.0.0/16' }),
      passes: 1,
    },
    'no ranges at all': { design: cluster({}), passes: 0 },
  },
  invalid: {
    'a service range of a /12': {
      design: cluster({ serviceCidr: '172.16.0.0/12', dnsServiceIP: '172.16.0.10' }),
      findings: [
        {
          at: 'aks',
          message: 'large',
          text: 'The service range 172.16.0.0/12 of aks is not smaller than a /12',
        },
      ],
    },
    'a DNS address elsewhere': {
      design: cluster({ serviceCidr: '172.16.0.0/16', dnsServiceIP: '172.17.0.10' }),
      findings: [
        {
          at: 'aks',
          message: 'dns',
          text: 'The DNS service address 172.17.0.10 of aks lies outside its service range 172.16.0.0/16',
        },
      ],
    },
    'a pod range in the network': {
      design: cluster({ ...overlay, podCidr: '10.0.0.0/16' }),
      findings: [
        { at: ['aks', 'vnet'], message: 'pods', text: 'The pod range 10.0.0.0/16 of aks overlaps vnet' },
      ],
    },
    'pods among services': {
      design: cluster({ ...overlay, podCidr: '172.16.0.0/16', serviceCidr: '172.16.0.0/20' }),
      findings: [
        {
          at: 'aks',
          message: 'pods',
          text: 'The pod range 172.16.0.0/16 of aks overlaps its service range 172.16.0.0/20',
        },
      ],
    },
    'more nodes than the pod range serves': {
      design: cluster({ networkPlugin: 'kubenet', podCidr: '10.244.0.0/22' }),
      findings: [
        {
          at: 'aks',
          message: 'nodes',
          text: 'The pod range 10.244.0.0/22 of aks serves 4 nodes, but it may grow to 10',
        },
      ],
    },
  },
});
