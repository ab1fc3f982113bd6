import type { State } from '#store';

/** Steps of the guide, in their order. */
export const guideSteps = ['read', 'fix', 'prove', 'done'] as const;
export type GuideStep = (typeof guideSteps)[number];

/** Where a person stands, told by what has been done, however it was done. */
export const guideStepOf = ({
  result,
  checkedInMs,
  finding,
  severityFilter,
}: Pick<State, 'result' | 'checkedInMs' | 'finding' | 'severityFilter'>): GuideStep => {
  const isMended = checkedInMs !== undefined && result.summary.errors === 0;
  if (isMended) return severityFilter === 'passed' ? 'done' : 'prove';
  return finding === undefined ? 'read' : 'fix';
};
