import type { Finding } from '#rules';
import type { Preview } from '#store';

/** A verb, and how many changes it makes where they are several: `Fix, 2 changes`. */
export const withCount = (verb: string, changes: readonly string[]): string =>
  changes.length > 1 ? `${verb}, ${changes.length} changes` : verb;

/** `Fix`, or `Fix, 2 changes`: once it is previewed, with all that it calls for. */
export const fixLabel = (finding: Finding, preview?: Preview): string => {
  const shown = preview?.offer === 0 ? preview.fixed.changes : undefined;
  return withCount('Fix', shown ?? finding.fixes[0]?.changes ?? []);
};
