import type { Finding } from '#rules';

/** `Fix`, or `Fix, 2 changes`. */
export const fixLabel = (finding: Finding): string => {
  const changes = finding.fixes[0]?.changes.length ?? 0;
  return changes > 1 ? `Fix, ${changes} changes` : 'Fix';
};
