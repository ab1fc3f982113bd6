import { fetchedAhead } from '#ui';

/** Architectures and exercises. */
export const loadCollection = fetchedAhead(() => import('./collection.ts'));
