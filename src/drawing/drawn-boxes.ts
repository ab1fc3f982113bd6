import { effectiveLayout } from '#layout';
import type { Box, Design } from '#model';
import type { CheckResult } from '#rules';
import { ghostsOf } from './ghosts.ts';

/** Where everything is drawn, by its id, in the coordinates of its container: as `drawScene` draws it. */
export const drawnBoxes = (design: Design, result: CheckResult | undefined): Readonly<Record<string, Box>> =>
  effectiveLayout(design, ghostsOf(result));
