import { useEffect, useMemo, useState } from 'react';
import { previewOf } from '#store';
import { fetchedAhead, useAppState } from '#ui';
import { useScene } from '../use-scene.ts';
import type { marksOf as MarksOf } from './marks-of.ts';
import type { PreviewMark } from './preview-marks.ts';

const none: ReadonlyMap<string, PreviewMark> = new Map();

/** Nobody previews before a design is there. */
const loadMarks = fetchedAhead(async () => (await import('./marks-of.ts')).marksOf);

/** How items are marked by the preview that is shown, if one is. */
export function usePreviewMarks(): ReadonlyMap<string, PreviewMark> {
  const preview = useAppState(previewOf);
  const internet = useAppState((state) => state.internet);
  const scene = useScene((state) => state.scene);
  const [marksOf, setMarksOf] = useState<typeof MarksOf>();
  const isWanted = preview !== undefined && marksOf === undefined;
  useEffect(() => {
    if (isWanted)
      loadMarks().then(
        (loaded) => setMarksOf(() => loaded),
        () => undefined,
      );
  }, [isWanted]);
  return useMemo(
    () => (preview && marksOf ? marksOf(scene, preview, internet) : none),
    [preview, scene, internet, marksOf],
  );
}
