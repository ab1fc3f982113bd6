import type { Scene } from '#drawing';
import { type Preview, previewOf } from '#store';
import { useAppState, useAppStore } from '#ui';
import { sceneStoreOf } from '../scene-store.ts';
import { type PreviewMark, previewMarks } from './preview-marks.ts';

let latest: { preview: Preview; scene: Scene; marks: ReadonlyMap<string, PreviewMark> } | undefined;

/** Worked out once for all items. */
function marksOf(scene: Scene, preview: Preview): ReadonlyMap<string, PreviewMark> {
  if (latest?.preview !== preview || latest.scene !== scene)
    latest = { preview, scene, marks: previewMarks(scene, preview) };
  return latest.marks;
}

/** How an item is marked by the preview that is shown, if it is. */
export function usePreviewMark(item: string): PreviewMark | undefined {
  const app = useAppStore();
  // The scene follows the state, and is there before those who listen to the state are told.
  return useAppState((state) => {
    const preview = previewOf(state);
    return preview && marksOf(sceneStoreOf(app).getState().scene, preview).get(item);
  });
}
