import { isolatedWorkspace, testRule } from '#testing';
import { workspaceEndpointElsewhere } from './workspace-endpoint-elsewhere.ts';

const withHub = () =>
  isolatedWorkspace()
    .virtualNetwork('vnet-hub', '10.1.0.0/16')
    .subnet('snet-hub', 'vnet-hub', '10.1.0.0/24', { defaultOutboundAccess: false })
    .peering('vnet-hub', 'vnet-ml')
    .set('pe-mlw-amlworkspace', { parent: 'snet-hub' });

const one = (endpoint: string) => [{ privateEndpoint: endpoint }];
/** Both services list all of their endpoints, as an export that shows them does. */
const withLists = (ofStorage: readonly object[]) =>
  withHub()
    .set('mlw', { privateEndpointConnections: one('pe-mlw-amlworkspace') })
    .set('stml', { privateEndpointConnections: ofStorage })
    .incomplete();
const ofStorage = [...one('pe-stml-blob'), ...one('pe-stml-file')];

testRule(workspaceEndpointElsewhere, {
  valid: {
    'endpoints that lie in one network': { design: isolatedWorkspace(), passes: 1 },
  },
  undecided: {
    'an export that may not show every endpoint': {
      design: withHub().incomplete(),
      missing: ['the private endpoint connections of mlw'],
    },
    'an endpoint of storage that is known by its id alone': {
      design: withLists([...ofStorage, ...one('pe-far')]).add('private-endpoint', 'pe-far', undefined, {
        presence: 'not-shown',
        groupIds: [],
      }),
      missing: ['where the further private endpoints of stml lie'],
    },
  },
  invalid: {
    'an export whose services list all of their endpoints': {
      design: withLists(ofStorage),
      findings: [
        {
          at: ['mlw', 'stml', 'kv-ml', 'crml'],
          message: 'elsewhere',
          text: 'mlw has its endpoint in vnet-hub, but not where those of stml, kv-ml and crml lie',
        },
      ],
    },
    'a workspace endpoint in the hub alone': {
      design: withHub(),
      findings: [
        {
          at: ['mlw', 'stml', 'kv-ml', 'crml'],
          message: 'elsewhere',
          text: 'mlw has its endpoint in vnet-hub, but not where those of stml, kv-ml and crml lie',
          fix: 'Add a workspace endpoint there',
        },
      ],
    },
  },
});
