import type { Scene, SceneEdge } from '#drawing';
import { isAlike } from '#model';
import type { PreviewMark } from './preview-marks.ts';

const wordsOn = ({ shapes }: SceneEdge): readonly string[] =>
  shapes.flatMap((shape) => (shape.type === 'text' ? [shape.text] : []));

/** The marks of lines that stand for resources, as the halves of a peering, and would for others after a fix. */
export function lineMarks(before: Scene, after: Scene): ReadonlyMap<string, PreviewMark> {
  const then = new Map(after.edges.map((edge) => [edge.id, edge]));
  const marks = new Map<string, PreviewMark>();
  for (const edge of before.edges) {
    const next = then.get(edge.id);
    if (!edge.resources || !next) continue;
    if (isAlike(edge.resources, next.resources) && isAlike(wordsOn(edge), wordsOn(next))) continue;
    // Nothing moves: where it would run elsewhere, it is shown as it runs.
    const isInPlace = isAlike(edge.points, next.points);
    marks.set(edge.id, { tone: 'changed', words: [], ...(isInPlace ? { shapes: next.shapes } : {}) });
  }
  return marks;
}
