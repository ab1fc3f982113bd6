import { arrange, effectiveLayout } from '#layout';
import type { Box, Design } from '#model';
import { deriveNetwork } from '#network';
import type { CheckResult } from '#rules';
import { ghostsOf } from './ghosts.ts';
import { hostedNetworksOf } from './hosted-networks.ts';

type Boxes = Readonly<Record<string, Box>>;

const hostedOf = (design: Design) => hostedNetworksOf(deriveNetwork(design));

/** Where everything is drawn, by its id, in the coordinates of its container: as `drawScene` draws it. */
export const drawnBoxes = (design: Design, result: CheckResult | undefined): Boxes =>
  effectiveLayout(design, { ghosts: ghostsOf(result), hosted: hostedOf(design) });

/** Where everything is drawn where nobody has placed anything, as `drawnBoxes`. */
export const arrangedBoxes = (design: Design): Boxes => arrange(design, { hosted: hostedOf(design) });
