import { isolatedWorkspace, testRule } from '#testing';
import { privateEndpointUnknownSubResource } from './private-endpoint-unknown-sub-resource.ts';

testRule(privateEndpointUnknownSubResource, {
  valid: {
    'an account of the second general-purpose version': {
      design: isolatedWorkspace().set('stml', { accountKind: 'StorageV2' }),
      passes: 5,
    },
    'sub-resources that the services offer': { design: isolatedWorkspace(), passes: 5 },
    'a sub-resource in other letters': {
      design: isolatedWorkspace().set('pe-kv-ml-vault', { groupIds: ['Vault'] }),
    },
  },
  invalid: {
    'an account of the first general-purpose version': {
      design: isolatedWorkspace().set('stml', { accountKind: 'Storage' }).remove('pe-stml-file'),
      findings: [
        {
          at: ['pe-stml-blob', 'stml'],
          message: 'refused',
          text: 'pe-stml-blob cannot serve stml, which is Storage: stml offers no private endpoints',
        },
      ],
    },
    'a sub-resource of another service': {
      design: isolatedWorkspace().set('pe-kv-ml-vault', { groupIds: ['blob'] }),
      findings: [
        {
          at: ['pe-kv-ml-vault', 'kv-ml'],
          message: 'unknown',
          text: 'pe-kv-ml-vault asks kv-ml for blob, but it offers vault',
        },
      ],
    },
    'an endpoint that was dropped and never connected': {
      design: isolatedWorkspace().add('private-endpoint', 'pep-1', 'snet-endpoints', { groupIds: [] }),
      findings: [{ at: 'pep-1', message: 'nothing', severity: 'warning', text: 'pep-1 serves no service' }],
    },
    'no sub-resource at all': {
      design: isolatedWorkspace().set('pe-kv-ml-vault', { groupIds: [] }),
      findings: [
        {
          at: ['pe-kv-ml-vault', 'kv-ml'],
          message: 'none',
          text: 'pe-kv-ml-vault does not say which sub-resource of kv-ml it serves',
        },
      ],
    },
  },
  undecided: {
    'an endpoint of an export that does not say what it serves': {
      design: isolatedWorkspace().add('private-endpoint', 'pe-seen', 'snet-endpoints', {
        groupIds: [],
        azureId: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-seen',
      }),
      missing: ['the service of pe-seen'],
    },
  },
});
