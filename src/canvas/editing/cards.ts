import { removalOf } from '#store';
import { onUse } from '#ui';

/** Questions that the canvas asks: their code comes when they are first asked. */

export const ConnectCard = onUse(async () => (await import('./ConnectCard.tsx')).ConnectCard, {
  isWanted: (state) => state.connecting !== undefined,
});
export const RemovalCard = onUse(async () => (await import('./RemovalCard.tsx')).RemovalCard, {
  isWanted: (state) => removalOf(state) !== undefined,
});
