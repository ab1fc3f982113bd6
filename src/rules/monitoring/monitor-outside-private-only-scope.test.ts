import { isolatedWorkspace, testRule } from '#testing';
import { monitorOutsidePrivateOnlyScope } from './monitor-outside-private-only-scope.ts';

const scope = (properties: object) =>
  isolatedWorkspace()
    .inRegion('application-insights', 'appi-ml')
    .set('mlw', { applicationInsights: 'appi-ml' })
    .inRegion('azure-monitor-private-link-scope', 'ampls', properties as never)
    .privateEndpoint('ampls', 'azuremonitor', 'snet-endpoints');

testRule(monitorOutsidePrivateOnlyScope, {
  valid: {
    'a private-only scope that holds it': {
      design: scope({ ingestionAccessMode: 'PrivateOnly', scopedResources: ['appi-ml'] }),
      passes: 1,
    },
    'an open scope without it': { design: scope({ ingestionAccessMode: 'Open' }), passes: 1 },
    'a scope that no network uses': {
      design: scope({ ingestionAccessMode: 'PrivateOnly' }).remove('pe-ampls-azuremonitor'),
    },
  },
  invalid: {
    'a private-only scope without it': {
      design: scope({
        ingestionAccessMode: 'PrivateOnly',
        queryAccessMode: 'PrivateOnly',
        scopedResources: [],
      }),
      findings: [
        {
          at: ['ampls', 'appi-ml'],
          message: 'outside',
          text: 'ampls allows private ingestion and query only, but appi-ml is not in it',
        },
      ],
    },
  },
  undecided: {
    'an export that does not list its resources': {
      design: scope({ ingestionAccessMode: 'PrivateOnly' }).incomplete(),
      missing: ['the resources of the private link scope'],
    },
  },
});
