import { useContext, useEffect, useMemo, useState } from 'react';
import { previewOf } from '#store';
import { fetchedAhead, useAppState } from '#ui';
import { useScene } from '../use-scene.ts';
import { ChangesContext, type ChangesInWords } from './changes-in-words.ts';
import type { marksOf as MarksOf, Previewed } from './marks-of.ts';

const none: Previewed = { marks: new Map(), labels: [], newcomers: [] };

/** Nobody previews before a design is there. */
const loadMarks = fetchedAhead(async () => (await import('./marks-of.ts')).marksOf);

/** What the preview that is shown puts on the drawing, if one is. */
export function usePreviewed(): Previewed {
  const preview = useAppState(previewOf);
  const internet = useAppState((state) => state.internet);
  const scene = useScene((state) => state.scene);
  const loadChanges = useContext(ChangesContext);
  const [parts, setParts] = useState<readonly [typeof MarksOf, ChangesInWords]>();
  const isWanted = preview !== undefined && parts === undefined;
  useEffect(() => {
    if (isWanted) Promise.all([loadMarks(), loadChanges()]).then(setParts, () => undefined);
  }, [isWanted, loadChanges]);
  return useMemo(() => {
    if (!preview || !parts) return none;
    const [marksOf, changes] = parts;
    return marksOf(scene, preview, internet, changes);
  }, [preview, scene, internet, parts]);
}

/** How items are marked by the preview that is shown, if one is. */
export const usePreviewMarks = (): Previewed['marks'] => usePreviewed().marks;
