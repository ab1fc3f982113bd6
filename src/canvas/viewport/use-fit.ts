import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { useAppState } from '#ui';
import { moveDuration } from './motion.ts';

const fitting = { padding: '16px', maxZoom: 1, minZoom: 0.2 } as const;

/** Shows the whole drawing. */
export function useFitView(): () => void {
  const { fitView } = useReactFlow();
  return useCallback(() => void fitView({ ...fitting, duration: moveDuration() }), [fitView]);
}

/** Shows the whole drawing whenever another design is opened. */
export function useFitOnOpen(): void {
  const key = useAppState((state) => state.designKey);
  const isReady = useNodesInitialized();
  const { fitView } = useReactFlow();
  const fitted = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!isReady || fitted.current === key) return;
    fitted.current = key;
    void fitView(fitting);
  }, [isReady, key, fitView]);
}
