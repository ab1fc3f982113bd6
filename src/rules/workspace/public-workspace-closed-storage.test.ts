import { isolatedWorkspace, testRule } from '#testing';
import { publicWorkspaceClosedStorage } from './public-workspace-closed-storage.ts';

const open = () =>
  isolatedWorkspace().goals({ workspace: 'public' }).set('mlw', { publicNetworkAccess: 'Enabled' });

testRule(publicWorkspaceClosedStorage, {
  valid: {
    'both closed': { design: isolatedWorkspace(), passes: 0 },
    'both open': { design: open().set('stml', { publicNetworkAccess: 'Enabled' }), passes: 1 },
    'a closed workspace although it might be public': {
      design: isolatedWorkspace().goals({ workspace: 'public' }),
      passes: 0,
    },
  },
  invalid: {
    'an open workspace with closed storage': {
      design: open(),
      findings: [
        {
          at: ['mlw', 'stml'],
          message: 'apart',
          text: 'mlw is public, but stml is closed: people outside the network cannot see its data in studio',
          severity: 'note',
        },
      ],
    },
  },
});
