import { fetchedAhead } from '#ui';

export type Moves = typeof import('./moves.ts');

const load = fetchedAhead(() => import('./moves.ts'));

/** Acts with the moves of the view, which no drawing needs to be seen: where they cannot be fetched it stays. */
export const withMoves = (act: (moves: Moves) => void): void => void load().then(act, () => undefined);
