import { useStore } from '@xyflow/react';
import { useMemo } from 'react';
import { inspectorLiesOver, inspectorWidth, useAppState } from '#ui';
import type { Window } from './fitting.ts';

/** Where what the rail unfolds lies over the canvas. */
const hasRail = '(max-width: 1439px)';
/** Of what the rail unfolds. */
const drawerWidth = 240;

/** The part of the canvas that no panel lies over. */
export function useWindow(): Window {
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const hasInspector = useAppState((state) => state.selection !== undefined);
  const hasDrawer = useAppState((state) => state.isPaletteOpen);
  return useMemo(() => {
    const covered = hasInspector && window.matchMedia(inspectorLiesOver).matches ? inspectorWidth : 0;
    const left = hasDrawer && window.matchMedia(hasRail).matches ? drawerWidth : 0;
    return { width: Math.max(width - covered, 0), height, left };
  }, [width, height, hasInspector, hasDrawer]);
}
