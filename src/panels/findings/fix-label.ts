import type { Finding } from '#rules';

/** A verb, and how many changes it makes where they are several: `Fix, 2 changes`. */
export const withCount = (verb: string, changes: readonly string[]): string =>
  changes.length > 1 ? `${verb}, ${changes.length} changes` : verb;

/** `Fix`, or `Fix, 2 changes`. */
export const fixLabel = ({ fixes: [offer] }: Finding): string => withCount('Fix', offer?.changes ?? []);
