import type { Scene, SceneItem } from '#drawing';
import { internetCard } from '#layout';
import { isAlike } from '#model';
import type { PreviewMark } from './preview-marks.ts';

/**
 * The marks of a preview with what else the drawing would say after the fix: words and bars of what keeps its box, and
 * the signs of the findings that stay. What stands on the card of the internet says that already.
 */
export function withAftermath(
  marks: ReadonlyMap<string, PreviewMark>,
  before: Scene,
  after: Scene,
  staying: ReadonlySet<string>,
): ReadonlyMap<string, PreviewMark> {
  const then = new Map(after.items.map((item) => [item.id, item]));
  const all = new Map(marks);
  for (const item of before.items) {
    const mark = marks.get(item.id);
    if (mark?.tone === 'added') continue;
    const isOfCard = item.id === internetCard || item.role === 'chip';
    const shapes = isOfCard ? undefined : changedShapes(item, then.get(item.id));
    const markers = stayingSigns(item, staying);
    if (!shapes && markers.length === item.markers.length) continue;
    all.set(item.id, {
      ...(mark ?? { tone: shapes ? 'changed' : 'settled', words: [] }),
      ...(shapes ? { shapes } : {}),
      markers,
    });
  }
  return all;
}

/** The sign that counts what has none of its own stays for any of them. */
function stayingSigns({ markers, findings }: SceneItem, staying: ReadonlySet<string>) {
  const shown = new Set(markers.map(({ fingerprint }) => fingerprint));
  const hidesMore = findings.some((one) => staying.has(one) && !shown.has(one));
  return markers.filter(
    ({ fingerprint, shapes }) =>
      staying.has(fingerprint) ||
      (hidesMore && shapes.some((shape) => shape.type === 'text' && shape.text.startsWith('+'))),
  );
}

const changedShapes = (item: SceneItem, then: SceneItem | undefined) =>
  then && then.width === item.width && then.height === item.height && !isAlike(item.shapes, then.shapes)
    ? then.shapes
    : undefined;
