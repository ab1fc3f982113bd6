import { type FindingIndex, findingIndexOf } from './finding-index.ts';
import { useAppState } from './store-context.tsx';

/** The findings by resource and number, as of the last check. */
export const useFindingIndex = (): FindingIndex => useAppState((state) => findingIndexOf(state.result));
