import { drawScene, type InternetGroup, type Scene } from '#drawing';
import { deriveNetwork } from '#network';
import type { Preview } from '#store';
import { withAftermath } from './aftermath.ts';
import type { ChangesInWords } from './changes-in-words.ts';
import type { Label } from './label-places.ts';
import { lineMarks } from './line-marks.ts';
import { type Newcomer, newcomers } from './newcomers.ts';
import { type PreviewMark, previewMarks } from './preview-marks.ts';
import { toldWords } from './told-words.ts';
import { wayMarks } from './way-marks.ts';
import { wordsFor } from './words-for.ts';

/** Items of a drawing that is drawn once more for a preview; a larger one would be waited for. */
const mostItems = 400;

/** What a preview shows on the drawing. */
export interface Previewed {
  /** By the item or the way that bears them. */
  readonly marks: ReadonlyMap<string, PreviewMark>;
  readonly labels: readonly (Label & { readonly item: string })[];
  readonly newcomers: readonly Newcomer[];
}

/** The last marks of a preview: its items and its lines ask for the same. */
const known = new WeakMap<Preview, Previewed & { readonly scene: Scene }>();

/** The marks of a preview, with all that the drawing would say then. */
export function marksOf(
  scene: Scene,
  preview: Preview,
  before: readonly InternetGroup[] | undefined,
  changesInWords: ChangesInWords,
): Previewed {
  const last = known.get(preview);
  if (last?.scene === scene) return last;
  const { before: is, fixed, heirs } = preview;
  const { design, result, internet } = fixed;
  const ways = before && internet ? wayMarks(before, internet) : [];
  const staying = new Set(result.findings.map(({ fingerprint }) => fingerprint));
  const after =
    scene.items.length <= mostItems
      ? drawScene({ design, network: deriveNetwork(design), result, internet, isHurried: true })
      : scene;
  const own = new Map([...lineMarks(scene, after), ...previewMarks(scene, preview), ...ways]);
  const come = newcomers(scene, after);
  const shown = new Set(come.flatMap(({ on }) => on ?? []));
  const changes = changesInWords(is, design);
  const marks = withAftermath(own, scene, after, { staying, heirs }, shown, (id) =>
    changes(id).map(wordsFor),
  );
  const { labels, facts } = toldWords(scene, marks);
  const told = new Map(marks);
  for (const [id, shapes] of facts) {
    const mark = marks.get(id);
    if (mark) told.set(id, { ...mark, shapes });
  }
  const previewed = { scene, marks: told, labels, newcomers: come };
  known.set(preview, previewed);
  return previewed;
}
