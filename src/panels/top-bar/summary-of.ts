import type { StatedGoals } from '#model';

/**
 * The goals in a few words; what is not stated counts as strictest. What is given up comes first: where there is no room
 * for all, that is not to go unsaid.
 */
export const summaryOf = (goals: StatedGoals, isBlank: boolean): readonly string[] => {
  const stated = [
    goals.workspace === 'public' && 'Public workspace',
    goals.exfiltrationPrevention === 'off' && 'Exfiltration prevention off',
    goals.internetOutbound === 'allowed' && 'Internet allowed',
    goals.workspace === 'private' && 'Private workspace',
    goals.exfiltrationPrevention === 'on' && 'Exfiltration prevention',
  ].filter((part) => typeof part === 'string');
  if (stated.length > 0) return stated;
  return [isBlank ? 'No goals stated yet' : 'Judged by the strictest goals'];
};
