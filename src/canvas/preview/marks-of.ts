import { drawScene, type InternetGroup, type Scene } from '#drawing';
import { deriveNetwork } from '#network';
import type { Preview } from '#store';
import { withAftermath } from './aftermath.ts';
import { changeWords } from './change-words.ts';
import { lineMarks } from './line-marks.ts';
import { type PreviewMark, previewMarks } from './preview-marks.ts';
import { wayMarks } from './way-marks.ts';

/** Items of a drawing that is drawn once more for a preview; a larger one would be waited for. */
const mostItems = 400;

interface Marked {
  readonly scene: Scene;
  readonly marks: ReadonlyMap<string, PreviewMark>;
}

/** The last marks of a preview: its items and its lines ask for the same. */
const known = new WeakMap<Preview, Marked>();

/** The marks of a preview by the item or the way that bears them, with all that the drawing would say then. */
export function marksOf(
  scene: Scene,
  preview: Preview,
  before: readonly InternetGroup[] | undefined,
): ReadonlyMap<string, PreviewMark> {
  const last = known.get(preview);
  if (last?.scene === scene) return last.marks;
  const { before: is, fixed } = preview;
  const { design, result, internet } = fixed;
  const ways = before && internet ? wayMarks(before, internet) : [];
  const staying = new Set(result.findings.map(({ fingerprint }) => fingerprint));
  const after =
    scene.items.length <= mostItems
      ? drawScene({ design, network: deriveNetwork(design), result, internet, isHurried: true })
      : scene;
  const own = new Map([...lineMarks(scene, after), ...previewMarks(scene, preview), ...ways]);
  const marks = withAftermath(own, scene, after, staying, changeWords(is, design));
  known.set(preview, { scene, marks });
  return marks;
}
