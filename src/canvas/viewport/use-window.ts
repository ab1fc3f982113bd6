import { useStore } from '@xyflow/react';
import { useMemo } from 'react';
import { useAppState } from '#ui';
import { inspectorWidth, type Window } from './fitting.ts';

/** Where the inspector lies over the canvas. */
const isNarrow = '(max-width: 1199px)';

/** The part of the canvas that nothing lies over, in CSS pixels from its top left corner. */
export function useWindow(): Window {
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const hasInspector = useAppState((state) => state.selection !== undefined);
  return useMemo(() => {
    const covered = hasInspector && window.matchMedia(isNarrow).matches ? inspectorWidth : 0;
    return { width: Math.max(width - covered, 0), height };
  }, [width, height, hasInspector]);
}
