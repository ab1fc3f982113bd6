import { design, isolatedWorkspace, testRule } from '#testing';
import { goalsContradictory } from './goals-contradictory.ts';

testRule(goalsContradictory, {
  valid: {
    'the strictest goals': { design: isolatedWorkspace(), passes: 1 },
    'nothing held back': {
      design: isolatedWorkspace().goals({ exfiltrationPrevention: 'off', internetOutbound: 'allowed' }),
      passes: 0,
    },
    'a design without a workspace': {
      design: design().goals({ exfiltrationPrevention: 'on', internetOutbound: 'allowed' }),
    },
  },
  invalid: {
    'prevention beside an open internet': {
      design: isolatedWorkspace().goals({ exfiltrationPrevention: 'on', internetOutbound: 'allowed' }),
      findings: [
        {
          at: 'mlw',
          message: 'open',
          text: 'Data exfiltration is to be prevented, but outbound traffic to the internet is to be allowed',
          severity: 'warning',
          fix: 'Limit outbound traffic to approved places',
        },
      ],
    },
  },
});
