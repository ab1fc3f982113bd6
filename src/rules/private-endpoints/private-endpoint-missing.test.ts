import type { ResourceId } from '#model';
import { design, isolatedWorkspace, testRule } from '#testing';
import { privateEndpointMissing } from './private-endpoint-missing.ts';

const bare = () =>
  design().inRegion('storage-account', 'stml').inRegion('key-vault', 'kv-ml').inRegion('workspace', 'mlw', {
    storageAccount: 'stml',
    keyVault: 'kv-ml',
    publicNetworkAccess: 'Disabled',
  });

/** A workspace whose datastore lies in another account than the default one. */
const withLake = () =>
  isolatedWorkspace()
    .inRegion('storage-account', 'stlake', { publicNetworkAccess: 'Disabled' })
    .set('mlw', {
      datastores: [{ name: 'raw', storageAccount: 'stlake' as ResourceId, groupIds: ['dfs'] }],
    });

testRule(privateEndpointMissing, {
  valid: {
    'a closed registry with an endpoint, and one that is open': {
      design: isolatedWorkspace()
        .inRegion('registry', 'mlr', { publicNetworkAccess: 'Disabled' })
        .privateEndpoint('mlr', 'amlregistry', 'snet-endpoints', ['privatelink.api.azureml.ms'])
        .inRegion('registry', 'mlr-open', { publicNetworkAccess: 'Enabled' }),
      passes: 6,
    },
    'a closed registry that a managed network has an endpoint for': {
      design: isolatedWorkspace()
        .inRegion('registry', 'mlr', { publicNetworkAccess: 'Disabled', azureId: '/registries/mlr' })
        .set('mlw', {
          managedNetwork: {
            isolationMode: 'AllowInternetOutbound',
            outboundRules: [
              {
                name: 'mlr',
                type: 'PrivateEndpoint',
                destination: '/registries/mlr',
                subresourceTarget: 'amlregistry',
              },
            ],
          },
        }),
    },
    'a data lake of a datastore, with the endpoint that it is read by': {
      design: withLake().privateEndpoint('stlake', 'dfs', 'snet-endpoints', []),
      passes: 6,
    },
    'a data lake of a datastore in a managed network, of which another rule speaks': {
      design: withLake().set('mlw', { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' } }),
    },
    'a workspace with every endpoint': { design: isolatedWorkspace(), passes: 5 },
    'a storage account that no workspace uses': { design: design().inRegion('storage-account', 'stlogs') },
    'a bare workspace whose goal is public': { design: bare().goals({ workspace: 'public' }) },
    'a service that lists a connection for the sub-resource': {
      design: isolatedWorkspace()
        .remove('pe-kv-ml-vault')
        .set('kv-ml', { privateEndpointConnections: [{ groupIds: ['vault'], status: 'Approved' }] }),
    },
    'a dependency of which only the id is known': {
      design: isolatedWorkspace().remove('pe-kv-ml-vault').set('kv-ml', { presence: 'not-shown' }),
    },
    'dependencies of a workspace whose managed network makes its endpoints': {
      design: isolatedWorkspace()
        .remove('pe-kv-ml-vault', 'pe-crml-registry')
        .set('mlw', { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' } }),
    },
  },
  invalid: {
    'a closed registry that nothing reaches': {
      design: isolatedWorkspace().inRegion('registry', 'mlr', { publicNetworkAccess: 'Disabled' }),
      findings: [
        {
          at: 'mlr',
          message: 'registry',
          severity: 'error',
          text: 'ML registry endpoint missing: public access is off, so that nothing reaches mlr',
          fix: 'Add the amlregistry endpoint',
        },
      ],
    },
    'a data lake of a datastore without an endpoint': {
      design: withLake(),
      findings: [
        {
          at: 'stlake',
          message: 'one',
          text: 'Dfs endpoint missing: jobs cannot reach datastore raw',
          severity: 'error',
          fix: 'Add the dfs endpoint',
        },
      ],
    },
    'a storage account without its file endpoint': {
      design: isolatedWorkspace().remove('pe-stml-file'),
      findings: [
        {
          at: 'stml',
          message: 'one',
          text: 'File endpoint missing: ci-research cannot mount its home share',
          severity: 'error',
          fix: 'Add the file endpoint',
        },
      ],
    },
    'a storage account without its file endpoint where there is no compute instance': {
      design: isolatedWorkspace().remove('pe-stml-file', 'ci-research'),
      findings: [
        {
          at: 'stml',
          message: 'one',
          text: 'File endpoint missing: notebooks in studio cannot reach their files',
          severity: 'error',
          fix: 'Add the file endpoint',
        },
      ],
    },
    'a storage account that lists no connections, even in an incomplete export': {
      design: isolatedWorkspace()
        .remove('pe-stml-file', 'pe-stml-blob')
        .set('stml', { privateEndpointConnections: [] })
        .incomplete(),
      findings: [
        { at: 'stml', message: 'several', text: 'Blob and file endpoints missing: no private way to stml' },
      ],
    },
    'batch endpoints without queue and table': {
      design: isolatedWorkspace().inRegion('batch-endpoint', 'nightly', { workspace: 'mlw' }),
      findings: [
        { at: 'stml', message: 'several', text: 'Queue and table endpoints missing: no private way to stml' },
      ],
    },
    'a closed workspace without any network': {
      design: bare(),
      findings: [
        {
          at: 'mlw',
          message: 'unreachable',
          text: 'Workspace endpoint missing: public access is off, so that nothing reaches mlw',
        },
        { at: 'kv-ml', message: 'one', text: 'Vault endpoint missing: computes cannot read secrets' },
        { at: 'stml', message: 'several', text: 'Blob and file endpoints missing: no private way to stml' },
      ],
    },
  },
  undecided: {
    'a service whose connections an export does not list': {
      design: isolatedWorkspace().remove('pe-kv-ml-vault').incomplete(),
      missing: ['the private endpoint connections of the service'],
    },
    'a connection whose endpoint lies outside the export': {
      design: isolatedWorkspace()
        .remove('pe-kv-ml-vault')
        .add('private-endpoint', 'pe-elsewhere', undefined, { presence: 'not-shown' })
        .set('kv-ml', { privateEndpointConnections: [{ privateEndpoint: 'pe-elsewhere' }] })
        .incomplete(),
      missing: ['the sub-resources that connected private endpoints serve'],
    },
  },
});
