import { isolatedWorkspace, testRule } from '#testing';
import { workspaceLegacyMode } from './workspace-legacy-mode.ts';

testRule(workspaceLegacyMode, {
  valid: { 'a workspace of the v2 API': { design: isolatedWorkspace(), passes: 1 } },
  invalid: {
    'a workspace in v1 legacy mode whose managed online endpoint needs the v2 API': {
      design: isolatedWorkspace()
        .set('mlw', { v1LegacyMode: true })
        .inRegion('managed-online-endpoint', 'score', { workspace: 'mlw' }),
      findings: [
        {
          at: 'mlw',
          message: 'legacy',
          severity: 'error',
          text: 'mlw is in v1 legacy mode: its v2 API is turned off',
        },
      ],
    },
    'a workspace in v1 legacy mode': {
      design: isolatedWorkspace().set('mlw', { v1LegacyMode: true }),
      findings: [
        {
          at: 'mlw',
          message: 'legacy',
          severity: 'warning',
          text: 'mlw is in v1 legacy mode: its v2 API is turned off',
          fix: 'Leave the legacy mode',
        },
      ],
    },
  },
});
