import { drawScene } from '#drawing';
import { deriveNetwork } from '#network';
import { knownDesigns } from './known-designs.ts';

/** Milliseconds of drawing after which the browser's compiler knows the way: a large design is then drawn in a third less time. */
const warmMs = 800;

/** Milliseconds in which the browser has to have nothing else to do, so that a known design is drawn in them. */
const spareMs = 20;

/** Draws known designs for nobody, one in each moment that nobody needs, for as long as that is of use. */
export function warmDrawing(isOfUse: () => boolean): void {
  let spentMs = 0;
  let turn = 0;
  const draw = (deadline: IdleDeadline) => {
    const build = knownDesigns[turn % knownDesigns.length];
    if (!build || spentMs >= warmMs || !isOfUse()) return;
    if (deadline.timeRemaining() >= spareMs) {
      const started = performance.now();
      const design = build();
      drawScene({ design, network: deriveNetwork(design) });
      spentMs += performance.now() - started;
      turn += 1;
    }
    requestIdleCallback(draw);
  };
  requestIdleCallback(draw);
}
