import { useMemo } from 'react';
import { previewOf } from '#store';
import { useAppState } from '#ui';
import { useScene } from '../use-scene.ts';
import { type PreviewMark, previewMarks } from './preview-marks.ts';

const none: ReadonlyMap<string, PreviewMark> = new Map();

/** How items are marked by the preview that is shown, if one is. */
export function usePreviewMarks(): ReadonlyMap<string, PreviewMark> {
  const preview = useAppState(previewOf);
  const scene = useScene((state) => state.scene);
  return useMemo(() => (preview ? previewMarks(scene, preview) : none), [preview, scene]);
}
