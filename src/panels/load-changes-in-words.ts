import { fetchedAhead } from '#ui';

/** Fetches the words of the inspector for what a fix would change. */
export const loadChangesInWords = fetchedAhead(
  async () => (await import('./changes-in-words.ts')).changesInWords,
);
