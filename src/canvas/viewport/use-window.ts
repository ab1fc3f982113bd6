import { useStore } from '@xyflow/react';
import { useMemo } from 'react';
import { useAppState } from '#ui';
import { inspectorWidth, type Window } from './fitting.ts';

/** Where the inspector lies over the canvas, and where what the rail unfolds does. */
const [isNarrow, hasRail] = ['(max-width: 1199px)', '(max-width: 1439px)'];
/** Of what the rail unfolds. */
const drawerWidth = 240;

/** The part of the canvas that no panel lies over. */
export function useWindow(): Window {
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const hasInspector = useAppState((state) => state.selection !== undefined);
  const hasDrawer = useAppState((state) => state.isPaletteOpen);
  return useMemo(() => {
    const covered = hasInspector && window.matchMedia(isNarrow).matches ? inspectorWidth : 0;
    const left = hasDrawer && window.matchMedia(hasRail).matches ? drawerWidth : 0;
    return { width: Math.max(width - covered, 0), height, left };
  }, [width, height, hasInspector, hasDrawer]);
}
