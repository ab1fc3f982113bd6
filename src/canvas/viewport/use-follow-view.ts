import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect } from 'react';
import type { Viewport, Window } from './fitting.ts';

/** Calls with the view as it is and at each of its steps: past React, since a step of the view is to render nothing. */
export function useFollowView(follow: (viewport: Viewport, window: Window) => void): void {
  const store = useStoreApi();
  useLayoutEffect(() => {
    const tell = ({ transform: [x, y, zoom], width, height } = store.getState()) =>
      follow({ x, y, zoom }, { width, height });
    tell();
    return store.subscribe((state, before) => {
      const isSame =
        state.transform === before.transform &&
        state.width === before.width &&
        state.height === before.height;
      if (!isSame) tell(state);
    });
  }, [store, follow]);
}
