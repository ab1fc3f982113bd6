import type { Box } from '#model';
import { isContainer, type Thing } from './drawn.ts';
import type { Packing } from './pack.ts';
import { rightOf } from './place-near.ts';
import { targetOf } from './services.ts';

/**
 * How far a service of no region goes right: with the services of one under which it stands, else as far as the network
 * that holds its endpoints became wider. Its links have their way between that and those.
 */
export function shiftOf(
  before: Readonly<Record<string, Box>>,
  packing: Packing,
  roots: readonly Thing[],
  service: Thing,
  was: Box,
): number {
  if (isContainer(service)) return 0;
  const holdsEndpoint = (thing: Thing): boolean =>
    targetOf(thing) === service.id || thing.children.some(holdsEndpoint);
  const shifts = roots.flatMap((region) => {
    const around = before[region.id];
    if (region.kind !== 'region' || !around) return [];
    const known = region.children.flatMap((thing) => {
      const [old, now] = [before[thing.id], packing.boxes.get(thing.id)];
      return old && now ? [{ thing, old, now }] : [];
    });
    const holders = known.filter(({ thing }) => holdsEndpoint(thing));
    return holders.flatMap(({ old, now }) => {
      if (around.x + rightOf(old) > was.x) return [];
      const aside = known.filter((one) => !isContainer(one.thing) && one.old.x >= rightOf(old));
      if (aside.length === 0) return [rightOf(now) - rightOf(old)];
      return [Math.min(...aside.map((one) => one.now.x - one.old.x))];
    });
  });
  return Math.max(0, ...shifts);
}
