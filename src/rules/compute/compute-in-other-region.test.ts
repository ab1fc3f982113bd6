import { design, testRule } from '#testing';
import { computeInOtherRegion } from './compute-in-other-region.ts';

const abroad = (managed?: object) =>
  design()
    .inRegion('workspace', 'mlw', managed as never)
    .add('region', 'northeurope')
    .add('virtual-network', 'vnet-north', 'northeurope', { addressPrefixes: ['10.0.0.0/16'] })
    .subnet('snet-north', 'vnet-north', '10.0.0.0/24');

testRule(computeInOtherRegion, {
  valid: {
    'an instance beside its workspace': {
      design: design().inRegion('workspace', 'mlw').inRegion('compute-instance', 'ci', { workspace: 'mlw' }),
      passes: 1,
    },
    'a cluster in a network of another region': {
      design: abroad().add('compute-cluster', 'cpu', 'snet-north', { workspace: 'mlw' }),
      passes: 0,
    },
  },
  invalid: {
    'an instance in another region': {
      design: abroad().add('compute-instance', 'ci', 'snet-north', { workspace: 'mlw' }),
      findings: [
        {
          at: ['ci', 'mlw'],
          message: 'elsewhere',
          severity: 'error',
          text: 'ci lies in northeurope, but mlw in westeurope',
        },
      ],
    },
    'a cluster of a managed network in another region': {
      design: abroad({ managedNetwork: { isolationMode: 'AllowInternetOutbound' } }).add(
        'compute-cluster',
        'cpu',
        'northeurope',
        { workspace: 'mlw' },
      ),
      findings: [
        { at: ['cpu', 'mlw'], message: 'elsewhere', text: 'cpu lies in northeurope, but mlw in westeurope' },
      ],
    },
    'an attached Kubernetes cluster in another region': {
      design: abroad().add('kubernetes-cluster', 'aks', 'snet-north', { workspaces: ['mlw'] }),
      findings: [
        { at: ['aks', 'mlw'], message: 'elsewhere', text: 'aks lies in northeurope, but mlw in westeurope' },
      ],
    },
  },
});
