import type { Scene, SceneItem } from '#drawing';
import { internetCard } from '#layout';
import type { ResourceId } from '#model';
import { fateOf } from './fate-of.ts';
import { goneShapes } from './gone-shapes.ts';
import type { PreviewMark } from './preview-marks.ts';
import { changedShapes } from './told-shapes.ts';
import type { Words } from './words-for.ts';

/**
 * The marks of a preview with what else the drawing would say after the fix: words and bars of what keeps its box, what
 * would change unseen in words, and which signs of findings would go. What stands on the card of the internet says that
 * already.
 */
export function withAftermath(
  marks: ReadonlyMap<string, PreviewMark>,
  before: Scene,
  after: Scene,
  /** What is found as it was, and with other facts. */
  { staying, heirs }: Parameters<typeof fateOf>[2],
  /** Items of which something else says what changes. */
  shown: ReadonlySet<string> = new Set(),
  /** What would change of a resource, in words. */
  wordsOf: (resource: ResourceId) => readonly Words[] = () => [],
): ReadonlyMap<string, PreviewMark> {
  const then = new Map(after.items.map((item) => [item.id, item]));
  const all = new Map(marks);
  // What is added in it says what changes.
  const told = new Set([
    ...shown,
    ...before.items.flatMap(({ id, parent }) =>
      marks.get(id)?.tone === 'added' && parent !== undefined ? [parent] : [],
    ),
  ]);
  for (const item of before.items) {
    const mark = marks.get(item.id);
    if (mark?.tone === 'added') continue;
    const isOfCard = item.id === internetCard || item.role === 'chip';
    const next = isOfCard ? undefined : then.get(item.id);
    const shapes = mark?.tone === 'removed' ? goneShapes(item.shapes) : changedShapes(item, next);
    const words =
      shapes || !mark || told.has(item.id) ? (mark?.words ?? []) : unseenWords(item, mark, wordsOf);
    const isGoing = item.markers.some(({ fingerprint }) => !staying.has(fingerprint));
    if (!shapes && !isGoing && words.length === 0) continue;
    all.set(item.id, {
      ...(mark ?? { tone: shapes ? 'changed' : 'settled', words: [] }),
      ...(shapes ? { shapes } : {}),
      ...(words.length > 0 ? { words } : {}),
      fateOf: (sign, findings) => fateOf(sign, findings, { staying, heirs }),
    });
  }
  return all;
}

/** What the thing itself cannot show. */
function unseenWords(
  item: SceneItem,
  { words, tone }: PreviewMark,
  wordsOf: (resource: ResourceId) => readonly Words[],
): readonly Words[] {
  // A badge has no room beside it.
  if (words.length > 0 || tone !== 'changed' || item.role === 'badge') return words;
  return item.resource === undefined ? [] : wordsOf(item.resource);
}
