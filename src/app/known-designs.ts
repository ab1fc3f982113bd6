import { blueprints } from '#blueprints';
import type { Design } from '#model';

/** Designs that a check can be tried on: every reference architecture, built when it is asked for. */
export const knownDesigns = blueprints.map((blueprint) => () => blueprint.build());

/**
 * Does with known designs what is done with those that people open, one in each turn, for so many milliseconds: what is
 * asked for meanwhile is not to wait for what nobody asked for.
 */
export async function practise(
  ms: number,
  hasTime: () => boolean,
  work: (design: Design) => unknown,
): Promise<void> {
  const end = performance.now() + ms;
  while (performance.now() < end)
    for (const build of knownDesigns) {
      await new Promise((resolve) => setTimeout(resolve));
      if (!hasTime()) return;
      await work(build());
    }
}
