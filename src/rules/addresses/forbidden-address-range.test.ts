import { design, isolatedWorkspace, testRule } from '#testing';
import { forbiddenAddressRange } from './forbidden-address-range.ts';

const network = (prefix: string, subnet: string) =>
  design().virtualNetwork('vnet', prefix).subnet('snet', 'vnet', subnet);

testRule(forbiddenAddressRange, {
  valid: {
    'a network of usual addresses': { design: network('10.0.0.0/16', '10.0.0.0/24'), passes: 1 },
    'the Docker bridge in a network without computes': { design: network('172.17.0.0/16', '172.17.0.0/24') },
  },
  undecided: {
    'the Docker bridge beside a workspace whose computes nobody lists': {
      design: isolatedWorkspace()
        .virtualNetwork('vnet-old', '172.16.0.0/12')
        .remove('ci-research', 'cpu-cluster')
        .incomplete(),
      missing: ['the computes of the workspace'],
    },
  },
  invalid: {
    'a network that Azure keeps': {
      design: network('169.254.0.0/16', '169.254.1.0/24'),
      findings: [
        {
          at: 'vnet',
          message: 'kept',
          text: 'vnet uses 169.254.0.0/16, which overlaps 169.254.0.0/16: Azure keeps it for link-local addresses',
        },
      ],
    },
    'computes in the range of the Docker bridge': {
      design: network('172.16.0.0/12', '172.16.0.0/24').add('compute-instance', 'ci', 'snet'),
      findings: [
        {
          at: 'vnet',
          message: 'kept',
          text: 'vnet uses 172.16.0.0/12, which overlaps 172.17.0.0/16: Azure Machine Learning computes keep it for the Docker bridge of the nodes',
        },
      ],
    },
    'a service range inside the network': {
      design: network('10.0.0.0/16', '10.0.0.0/24').add('kubernetes-cluster', 'aks', 'snet', {
        serviceCidr: '10.0.0.0/16',
      }),
      findings: [
        {
          at: ['aks', 'vnet'],
          message: 'service',
          text: 'The service range 10.0.0.0/16 of aks overlaps vnet',
        },
      ],
    },
  },
});
