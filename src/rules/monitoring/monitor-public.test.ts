import { isolatedWorkspace, testRule } from '#testing';
import { monitorPublic } from './monitor-public.ts';

const closed = {
  publicNetworkAccessForIngestion: 'Disabled',
  publicNetworkAccessForQuery: 'Disabled',
} as const;
const monitored = (properties: object = {}) =>
  isolatedWorkspace()
    .inRegion('log-analytics', 'log', properties)
    .inRegion('application-insights', 'appi', { workspaceResource: 'log', ...properties })
    .set('mlw', { applicationInsights: 'appi' });

testRule(monitorPublic, {
  valid: {
    'a workspace without Application Insights': { design: isolatedWorkspace() },
    'monitoring that refuses public networks': { design: monitored(closed), passes: 1 },
    'monitoring in a private link scope': {
      design: monitored().add('azure-monitor-private-link-scope', 'ampls', undefined, {
        scopedResources: ['appi', 'log'],
      }),
      passes: 1,
    },
    'monitoring of a public workspace': { design: monitored().goals({ workspace: 'public' }) },
  },
  invalid: {
    'monitoring that says nothing': {
      design: monitored(),
      findings: [
        {
          at: ['appi', 'log'],
          message: 'open',
          severity: 'warning',
          text: 'appi and log accept public ingestion and query, and no private link scope covers them',
        },
      ],
    },
  },
  undecided: {
    'a scope that may lie outside the export': {
      design: monitored().incomplete(),
      missing: ['the private link scopes that cover Azure Monitor resources'],
    },
    'a component of which the export holds the id alone': {
      design: monitored(closed).set('appi', { presence: 'not-shown' }).incomplete(),
      missing: ['who may reach appi'],
    },
    'a closed component that writes to a workspace for logs that is not shown': {
      design: monitored(closed).set('log', { presence: 'not-shown' }).incomplete(),
      missing: ['who may reach log'],
    },
  },
});
