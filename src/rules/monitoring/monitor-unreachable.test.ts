import { isolatedWorkspace, testRule } from '#testing';
import { monitorUnreachable } from './monitor-unreachable.ts';

const closed = (ingestion = 'Disabled') =>
  isolatedWorkspace()
    .inRegion('application-insights', 'appi-ml', { publicNetworkAccessForIngestion: ingestion } as never)
    .set('mlw', { applicationInsights: 'appi-ml' });
const scoped = (scopedResources: readonly string[]) =>
  closed().inRegion('azure-monitor-private-link-scope', 'ampls', { scopedResources } as never);

testRule(monitorUnreachable, {
  valid: {
    'public ingestion': { design: closed('Enabled') },
    'a scope with an endpoint': {
      design: scoped(['appi-ml']).privateEndpoint('ampls', 'azuremonitor', 'snet-endpoints'),
      passes: 1,
    },
  },
  invalid: {
    'no scope at all': {
      design: closed(),
      findings: [
        {
          at: 'appi-ml',
          message: 'closed',
          text: 'appi-ml of mlw refuses public networks, and no private link scope with an endpoint holds it',
        },
      ],
    },
    'a scope without an endpoint': {
      design: scoped(['appi-ml']),
      findings: [
        {
          at: ['appi-ml', 'ampls'],
          message: 'closed',
          text: 'appi-ml of mlw refuses public networks, and no private link scope with an endpoint holds it',
        },
      ],
    },
    'a scope of something else': {
      design: scoped([]).privateEndpoint('ampls', 'azuremonitor', 'snet-endpoints'),
      findings: [
        {
          at: 'appi-ml',
          message: 'closed',
          text: 'appi-ml of mlw refuses public networks, and no private link scope with an endpoint holds it',
        },
      ],
    },
  },
  undecided: {
    'an export without its scopes': {
      design: closed().incomplete(),
      missing: ['the private link scopes that cover Azure Monitor resources'],
    },
  },
});
