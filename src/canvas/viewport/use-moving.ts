import { useOnViewportChange, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';

/**
 * Marks the canvas while its view moves, for the style sheet: the drawing is then moved as one picture, and drawn
 * anew where it comes to rest. An attribute rather than state, since nothing is to render for it.
 */
export function useMoving(): void {
  const store = useStoreApi();
  const mark = useCallback(
    (isMoving: boolean) => store.getState().domNode?.toggleAttribute('data-is-moving', isMoving),
    [store],
  );
  const onStart = useCallback(() => mark(true), [mark]);
  const onEnd = useCallback(() => mark(false), [mark]);
  useOnViewportChange({ onStart, onEnd });
}
