import type { Blueprint } from './blueprint.ts';
import { hubAndSpokeFirewall } from './hub-and-spoke-firewall/hub-and-spoke-firewall.ts';

/** Every blueprint, the recommended first. */
export const blueprints: readonly Blueprint[] = [hubAndSpokeFirewall];
