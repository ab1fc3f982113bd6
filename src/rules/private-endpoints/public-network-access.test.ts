import type { ResourceId } from '#model';
import { design, isolatedWorkspace, testRule } from '#testing';
import { publicNetworkAccess } from './public-network-access.ts';

const open = { publicNetworkAccess: undefined, networkAcls: undefined };

/** A search service with a private endpoint beside those of the workspace. */
const withSearch = (settings: object) =>
  isolatedWorkspace()
    .inRegion('ai-search', 'srch', settings)
    .privateEndpoint('srch', 'searchService', 'snet-training', []);

const withSql = (settings: object) =>
  isolatedWorkspace()
    .inRegion('sql-server', 'sql', settings)
    .privateEndpoint('sql', 'sqlServer', 'snet-training', []);

testRule(publicNetworkAccess, {
  valid: {
    'a workspace and dependencies that refuse public networks': { design: isolatedWorkspace(), passes: 4 },
    'an open account that no workspace uses': { design: design().inRegion('storage-account', 'stlogs') },
    'a search service for selected networks beside the workspace': {
      design: withSearch({ publicNetworkAccess: 'Enabled', networkAcls: { defaultAction: 'Deny' } }),
    },
    'a SQL server without rules, which lets nobody in': {
      design: withSql({ publicNetworkAccess: 'Enabled' }),
    },
    'a search service of which nothing is told': { design: withSearch(open) },
    'an open workspace whose goal is public': {
      design: isolatedWorkspace().set('mlw', open).set('stml', open).goals({ workspace: 'public' }),
    },
  },
  invalid: {
    'an open account that a datastore of the workspace names': {
      design: isolatedWorkspace()
        .inRegion('storage-account', 'stdata', { publicNetworkAccess: 'Enabled' })
        .set('mlw', {
          datastores: [{ name: 'raw', storageAccount: 'stdata' as ResourceId, groupIds: ['blob'] }],
        }),
      findings: [
        {
          at: 'stdata',
          message: 'open',
          severity: 'error',
          text: 'stdata accepts connections from every network',
          fix: 'Turn public network access off',
        },
      ],
    },
    'a registry that has an endpoint beside the workspace and is open all the same': {
      design: isolatedWorkspace()
        .inRegion('registry', 'mlr', { publicNetworkAccess: 'Enabled' })
        .privateEndpoint('mlr', 'amlregistry', 'snet-endpoints', ['privatelink.api.azureml.ms']),
      findings: [
        {
          at: 'mlr',
          message: 'companion',
          severity: 'warning',
          text: 'mlr accepts connections from every network, although pe-mlr-amlregistry leads to it privately',
        },
      ],
    },
    'a search service that has an endpoint beside the workspace and is open all the same': {
      design: withSearch({ publicNetworkAccess: 'Enabled' }),
      findings: [
        {
          at: 'srch',
          message: 'companion',
          severity: 'warning',
          text: 'srch accepts connections from every network, although pe-srch-searchService leads to it privately',
          fix: 'Turn public network access off',
        },
      ],
    },
    'a SQL server whose rules hold every address': {
      design: withSql({ publicNetworkAccess: 'Enabled', networkAcls: { ipRules: ['0.0.0.0/0'] } }),
      findings: [
        {
          at: 'sql',
          message: 'companion',
          text: 'sql accepts connections from every network, although pe-sql-sqlServer leads to it privately',
        },
      ],
    },
    'a workspace whose allowlist holds every address in two halves': {
      design: isolatedWorkspace().set('mlw', {
        publicNetworkAccess: 'Enabled',
        ipAllowlist: ['0.0.0.0/1', '128.0.0.0/1'],
      }),
      findings: [
        { at: 'mlw', message: 'workspace', severity: 'error', text: 'mlw can be reached from the internet' },
      ],
    },
    'a vault whose address rules hold every address': {
      design: isolatedWorkspace().set('kv-ml', {
        publicNetworkAccess: 'Enabled',
        networkAcls: { defaultAction: 'Deny', ipRules: ['0.0.0.0/0'] },
      }),
      findings: [
        {
          at: 'kv-ml',
          message: 'open',
          severity: 'error',
          text: 'kv-ml accepts connections from every network',
        },
      ],
    },
    'a workspace in which nothing is set': {
      design: isolatedWorkspace().set('mlw', { publicNetworkAccess: undefined }),
      findings: [
        {
          at: 'mlw',
          message: 'workspace',
          severity: 'error',
          text: 'mlw can be reached from the internet',
          fix: 'Turn public network access off',
        },
      ],
    },
    'a workspace that admits two address ranges': {
      design: isolatedWorkspace().set('mlw', {
        publicNetworkAccess: 'Enabled',
        ipAllowlist: ['198.51.100.0/24', '203.0.113.4'],
      }),
      findings: [
        {
          at: 'mlw',
          message: 'allowlist',
          severity: 'warning',
          text: 'mlw can be reached from 2 address ranges on the internet',
        },
      ],
    },
    'a vault without any rule': {
      design: isolatedWorkspace().set('kv-ml', open),
      findings: [
        {
          at: 'kv-ml',
          message: 'open',
          severity: 'error',
          text: 'kv-ml accepts connections from every network',
        },
      ],
    },
    'an account for selected networks': {
      design: isolatedWorkspace().set('stml', { publicNetworkAccess: undefined }),
      findings: [
        {
          at: 'stml',
          message: 'selected',
          severity: 'warning',
          text: 'stml leaves its public endpoint on, for selected networks only',
        },
      ],
    },
    'a registry that a cluster will build images for': {
      design: isolatedWorkspace().set('crml', open).set('mlw', { imageBuildCompute: undefined }),
      findings: [
        {
          at: 'crml',
          message: 'open',
          text: 'crml accepts connections from every network',
          fix: 'Turn public network access off',
        },
      ],
    },
  },
  undecided: {
    'a workspace of which only the id is known': {
      design: isolatedWorkspace().set('mlw', { presence: 'not-shown' }).incomplete(),
      missing: ['the network settings of mlw'],
    },
    'an account that a network security perimeter governs': {
      design: isolatedWorkspace().set('stml', { publicNetworkAccess: 'SecuredByPerimeter' }),
      missing: ['the access rules of the network security perimeter'],
    },
  },
});
