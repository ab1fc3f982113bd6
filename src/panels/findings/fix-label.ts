import type { Finding } from '#rules';
import { changesOf } from '#store';
import { useAppState } from '#ui';

/** A verb, and how many changes it makes where they are several: `Fix, 2 changes`. */
export const withCount = (verb: string, changes: readonly string[]): string =>
  changes.length > 1 ? `${verb}, ${changes.length} changes` : verb;

/** `Fix`, or `Fix, 2 changes`. */
export const useFixLabel = (finding: Finding): string =>
  withCount(
    'Fix',
    useAppState((state) => changesOf(state, finding, 0)),
  );
