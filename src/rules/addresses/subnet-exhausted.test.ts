import { design, testRule } from '#testing';
import { subnetExhausted } from './subnet-exhausted.ts';

const subnet = (prefix: string) =>
  design().virtualNetwork('vnet', '10.0.0.0/16').subnet('endpoints', 'vnet', prefix);

testRule(subnetExhausted, {
  valid: {
    'a subnet with nothing in it': { design: subnet('10.0.1.0/29') },
    'a subnet with room': { design: subnet('10.0.1.0/28').privateEndpoints(3, 'endpoints'), passes: 1 },
  },
  invalid: {
    'a fourth endpoint in a /29': {
      design: subnet('10.0.1.0/29').privateEndpoints(4, 'endpoints'),
      findings: [
        {
          at: ['endpoints', 'pe-1', 'pe-2', 'pe-3', 'pe-4'],
          message: 'exhausted',
          severity: 'error',
          text: 'endpoints needs 4 addresses but can give 3',
        },
      ],
    },
    'a workspace endpoint whose disputed addresses decide it': {
      design: subnet('10.0.1.0/29')
        .inRegion('workspace', 'mlw')
        .privateEndpoint('mlw', 'amlworkspace', 'endpoints'),
      findings: [
        {
          at: ['endpoints', 'pe-mlw-amlworkspace'],
          message: 'exhausted',
          severity: 'warning',
          text: 'endpoints needs 4 addresses but can give 3',
          fix: 'Make it 10.0.0.0/28',
        },
      ],
    },
    'a cluster that may grow beyond the subnet': {
      design: subnet('10.0.1.0/28').add('compute-cluster', 'gpu', 'endpoints', { maxNodeCount: 20 }),
      findings: [
        {
          at: ['endpoints', 'gpu'],
          message: 'exhausted',
          text: 'endpoints needs 20 addresses but can give 11',
        },
      ],
    },
    'a subnet that is nine elevenths full': {
      design: subnet('10.0.1.0/28').add('compute-cluster', 'cpu', 'endpoints', { maxNodeCount: 9 }),
      findings: [
        {
          at: ['endpoints', 'cpu'],
          message: 'nearly',
          severity: 'warning',
          text: 'endpoints is 81 % full: 9 of 11 addresses at its largest size',
        },
      ],
    },
  },
});
