import { useMemo } from 'react';
import { useAppState } from '#ui';
import { usePreviewMarks } from '../preview/use-preview-marks.ts';
import type { ItemNodeType } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { attendedNodes } from './attention.ts';

/** The nodes of the scene with what is selected, previewed and pointed out; asked once for all, not by each of them. */
export function useAttendedNodes(): readonly ItemNodeType[] {
  const nodes = useScene((state) => state.nodes);
  const itemOf = useScene((state) => state.itemOf);
  const selected = useAppState((state) => state.selected);
  const flash = useAppState((state) => state.flash);
  const marks = usePreviewMarks();
  return useMemo(
    () => attendedNodes(nodes, itemOf, { selected, flash, marks }),
    [nodes, itemOf, selected, flash, marks],
  );
}
