import { edits } from '#model';
import { workspacesOf } from '../estate.ts';
import { defineRule, passed } from '../rule.ts';

export const goalsContradictory = defineRule({
  id: 'goals-contradictory',
  category: 'Workspace',
  severity: () => 'warning',
  title: 'Goals contradict each other',
  holds: 'Where exfiltration is to be prevented, outbound traffic is limited to approved places',
  remedy: 'Limit outbound traffic to approved places, or give the prevention of exfiltration up.',
  messages: {
    open: (_: Record<string, never>) =>
      'Data exfiltration is to be prevented, but outbound traffic to the internet is to be allowed',
  },

  *check({ design, goals }) {
    const at = workspacesOf(design).map(({ id }) => id);
    if (at.length === 0 || goals.exfiltrationPrevention === 'off') return;
    if (goals.internetOutbound === 'approved')
      yield passed(at, 'Exfiltration prevention with approved outbound');
    else
      yield {
        at,
        message: 'open',
        facts: {},
        evidence: ['exfiltrationPrevention: on', 'internetOutbound: allowed'],
        fix: {
          title: 'Limit outbound traffic to approved places',
          changes: ['Set the goal for outbound traffic to approved'],
          apply: (before) => edits.stateGoals(before, { ...before.goals, internetOutbound: 'approved' }),
        },
      };
  },
});
