import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import type { Viewport } from './fitting.ts';
import { moveDuration } from './motion.ts';

/** The view as it will be once it rests, so that what follows a move in the same moment starts from its end. */
export interface View {
  /** What is shown, or about to be. */
  readonly current: () => Viewport;
  readonly go: (viewport: Viewport) => void;
}

export function useView(): View {
  const { getViewport, setViewport } = useReactFlow();
  return useMemo(() => {
    let ahead: Viewport | undefined;
    return {
      current: () => ahead ?? getViewport(),
      go: (viewport) => {
        const duration = moveDuration();
        ahead = viewport;
        void setViewport(viewport, { duration });
        window.setTimeout(() => {
          if (ahead === viewport) ahead = undefined;
        }, duration);
      },
    };
  }, [getViewport, setViewport]);
}
