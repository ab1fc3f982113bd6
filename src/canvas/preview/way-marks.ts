import type { InternetGroup } from '#drawing';
import { isAlike } from '#model';
import type { PreviewMark } from './preview-marks.ts';

/**
 * The marks of what a previewed fix changes between the design and the internet: of chips by their items, of ways out by
 * their own ids, under which their lines look for them.
 */
export function wayMarks(
  before: readonly InternetGroup[],
  after: readonly InternetGroup[],
): ReadonlyMap<string, PreviewMark> {
  const marks = new Map<string, PreviewMark>();
  const [was, now] = [partsOf(before), partsOf(after)];
  for (const [id, part] of now)
    if (!isAlike(was.get(id), part)) marks.set(id, { tone: 'changed', words: [] });
  for (const id of was.keys()) if (!now.has(id)) marks.set(id, { tone: 'removed', words: [] });
  return marks;
}

type Part = readonly [id: string, is: readonly unknown[]];

/** What is marked, with what makes it another one: of a way, whether it is there. */
const partsOf = (groups: readonly InternetGroup[]): ReadonlyMap<string, readonly unknown[]> =>
  new Map(
    groups.flatMap(({ id, chips }): readonly Part[] => [
      [id, []],
      ...chips.map((chip): Part => [`chip:${chip.id}`, [chip.label, chip.state, chip.callers ?? []]]),
    ]),
  );
