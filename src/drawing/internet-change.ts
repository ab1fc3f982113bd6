import type { Chip } from './chip.ts';
import type { InternetGroup } from './internet-groups.ts';

/** The ways between a design and the internet after a change, and among them, where they were, those that it takes away. */
export function withGoing(
  before: readonly InternetGroup[],
  after: readonly InternetGroup[],
): readonly InternetGroup[] {
  const known = new Map(before.map((group) => [group.id, group]));
  const left = after.map((group) => {
    const chips = merged(known.get(group.id)?.chips ?? [], group.chips);
    // What is closed has a sign below it, so that nothing may stand there.
    return { ...group, chips: [...chips].sort((a, b) => Number(isShut(a)) - Number(isShut(b))) };
  });
  const staying = new Set(after.map(({ id }) => id));
  return [...left, ...before.filter(({ id }) => !staying.has(id))];
}

/** All chips of both, those that are gone behind what they stood behind. */
function merged(before: readonly Chip[], after: readonly Chip[]): readonly Chip[] {
  const all = [...after];
  let next = 0;
  for (const chip of before) {
    const at = all.findIndex(({ id }) => id === chip.id);
    if (at < 0) all.splice(next, 0, chip);
    next = at < 0 ? next + 1 : at + 1;
  }
  return all;
}

const isShut = ({ state }: Chip): boolean => state === 'closed';
