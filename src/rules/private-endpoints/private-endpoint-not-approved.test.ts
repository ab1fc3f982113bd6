import { isolatedWorkspace, testRule } from '#testing';
import { privateEndpointNotApproved } from './private-endpoint-not-approved.ts';

testRule(privateEndpointNotApproved, {
  valid: { 'endpoints that deployment approves': { design: isolatedWorkspace(), passes: 5 } },
  invalid: {
    'an endpoint beside the workspace’s own, of a service that it does not name': {
      design: isolatedWorkspace()
        .inRegion('ai-search', 'srch', {})
        .privateEndpoint('srch', 'searchService', 'snet-endpoints', ['privatelink.search.windows.net'], {
          connectionStatus: 'Pending',
        }),
      findings: [
        {
          at: ['pe-srch-searchService', 'srch'],
          message: 'notApproved',
          severity: 'warning',
          text: 'srch does not answer at pe-srch-searchService: the connection is pending',
        },
      ],
    },
    'an endpoint that waits for approval': {
      design: isolatedWorkspace().set('pe-kv-ml-vault', { connectionStatus: 'Pending' }),
      findings: [
        {
          at: ['pe-kv-ml-vault', 'kv-ml'],
          message: 'notApproved',
          text: 'kv-ml does not answer at pe-kv-ml-vault: the connection is pending',
          fix: 'Plan the connection as approved',
        },
      ],
    },
    'a connection that the service rejected': {
      design: isolatedWorkspace().set('kv-ml', {
        privateEndpointConnections: [{ privateEndpoint: 'pe-kv-ml-vault', status: 'Rejected' }],
      }),
      findings: [
        {
          at: ['pe-kv-ml-vault', 'kv-ml'],
          message: 'notApproved',
          text: 'kv-ml does not answer at pe-kv-ml-vault: the connection is rejected',
        },
      ],
    },
  },
});
