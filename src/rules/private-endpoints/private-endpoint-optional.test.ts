import { isolatedWorkspace, testRule } from '#testing';
import { privateEndpointOptional } from './private-endpoint-optional.ts';

const queueAndTable = () =>
  isolatedWorkspace()
    .privateEndpoint('stml', 'queue', 'snet-endpoints', ['privatelink.queue.core.windows.net'])
    .privateEndpoint('stml', 'table', 'snet-endpoints', ['privatelink.table.core.windows.net']);

testRule(privateEndpointOptional, {
  valid: {
    'an account without dfs that is no data lake': { design: queueAndTable() },
    'an account with every endpoint': {
      design: queueAndTable().privateEndpoint('stml', 'dfs', 'snet-endpoints', [
        'privatelink.dfs.core.windows.net',
      ]),
    },
    'an account that lacks every required endpoint as well': {
      design: isolatedWorkspace().remove('pe-stml-file', 'pe-stml-blob'),
    },
    'a public workspace': { design: isolatedWorkspace().goals({ workspace: 'public' }) },
  },
  invalid: {
    'an account with the required endpoints only': {
      design: isolatedWorkspace(),
      findings: [
        {
          at: 'stml',
          message: 'optional',
          severity: 'note',
          text: 'stml lacks the queue and table endpoints: batch endpoints and parallel runs would fail',
          fix: 'Add the queue and table endpoints',
        },
      ],
    },
    'an account that lacks one of the required endpoints as well': {
      design: isolatedWorkspace().remove('pe-stml-blob'),
      findings: [
        {
          at: 'stml',
          message: 'optional',
          text: 'stml lacks the queue and table endpoints: batch endpoints and parallel runs would fail',
          fix: 'Add the queue and table endpoints',
        },
      ],
    },
    'a data lake with the required endpoints only': {
      design: isolatedWorkspace().set('stml', { isHnsEnabled: true }),
      findings: [
        {
          at: 'stml',
          message: 'optional',
          text: 'stml lacks the queue, table and dfs endpoints: batch endpoints, parallel runs and data lake access would fail',
          fix: 'Add the queue, table and dfs endpoints',
        },
      ],
    },
    'a data lake without dfs': {
      design: queueAndTable().set('stml', { isHnsEnabled: true }),
      findings: [
        { at: 'stml', message: 'optional', text: 'stml lacks the dfs endpoint: data lake access would fail' },
      ],
    },
  },
});
