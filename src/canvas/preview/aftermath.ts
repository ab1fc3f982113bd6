import type { Scene, SceneItem } from '#drawing';
import { internetCard } from '#layout';
import { isAlike, type ResourceId } from '#model';
import { goneShapes } from './gone-shapes.ts';
import type { PreviewMark } from './preview-marks.ts';

/**
 * The marks of a preview with what else the drawing would say after the fix: words and bars of what keeps its box, what
 * would change unseen in words, and which signs of findings would go. What stands on the card of the internet says that
 * already.
 */
export function withAftermath(
  marks: ReadonlyMap<string, PreviewMark>,
  before: Scene,
  after: Scene,
  staying: ReadonlySet<string>,
  /** What would change of a resource, in words. */
  wordsOf: (resource: ResourceId) => readonly string[] = () => [],
): ReadonlyMap<string, PreviewMark> {
  const then = new Map(after.items.map((item) => [item.id, item]));
  const all = new Map(marks);
  // What is added in it says what changes.
  const told = new Set(
    before.items.flatMap(({ id, parent }) => (marks.get(id)?.tone === 'added' ? [parent] : [])),
  );
  for (const item of before.items) {
    const mark = marks.get(item.id);
    if (mark?.tone === 'added') continue;
    const isOfCard = item.id === internetCard || item.role === 'chip';
    const next = isOfCard ? undefined : then.get(item.id);
    const shapes = mark?.tone === 'removed' ? goneShapes(item.shapes) : changedShapes(item, next);
    const words =
      shapes || !mark || told.has(item.id) ? (mark?.words ?? []) : unseenWords(item, next, mark, wordsOf);
    const going = item.markers.flatMap(({ fingerprint }) => (staying.has(fingerprint) ? [] : fingerprint));
    if (!shapes && going.length === 0 && words.length === 0) continue;
    all.set(item.id, {
      ...(mark ?? { tone: shapes ? 'changed' : 'settled', words: [] }),
      ...(shapes ? { shapes } : {}),
      ...(words.length > 0 ? { words } : {}),
      going: new Set(going),
    });
  }
  return all;
}

const changedShapes = (item: SceneItem, then: SceneItem | undefined) =>
  then && then.width === item.width && then.height === item.height && !isAlike(item.shapes, then.shapes)
    ? then.shapes
    : undefined;

const textsOf = ({ shapes }: SceneItem): readonly string[] =>
  shapes.flatMap((shape) => (shape.type === 'text' ? [shape.full ?? shape.text] : []));

/** What the thing itself cannot show: the new words of what would have another box, else what is set on it. */
function unseenWords(
  item: SceneItem,
  then: SceneItem | undefined,
  { words, tone }: PreviewMark,
  wordsOf: (resource: ResourceId) => readonly string[],
): readonly string[] {
  // A badge has no room beside it.
  if (words.length > 0 || tone !== 'changed' || item.role === 'badge') return words;
  const known = new Set(textsOf(item));
  const news = then ? textsOf(then).filter((text) => !known.has(text)) : [];
  if (news.length > 0) return news.map((text) => `→ ${text}`);
  return item.resource === undefined ? [] : wordsOf(item.resource);
}
