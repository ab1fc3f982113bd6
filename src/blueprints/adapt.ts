import { type Adaptation, faultOf, firstRegionOf } from './adaptation.ts';
import type { Blueprint } from './blueprint.ts';
import { type Composition, compose } from './compose.ts';

/** An adaptation with what was not chosen as the blueprint has it; a region that was not chosen is one of the cloud. */
export const adaptationOf = ({ standard }: Blueprint, changes: Partial<Adaptation>): Adaptation => ({
  ...standard,
  ...(changes.cloud === undefined ? {} : { region: firstRegionOf[changes.cloud] }),
  ...changes,
});

/** The design of a blueprint as adapted, or why there is none. */
export function adapt(blueprint: Blueprint, changes: Partial<Adaptation>): Composition {
  const adaptation = adaptationOf(blueprint, changes);
  return faultOf(adaptation) ?? compose(blueprint.architectureFor(adaptation));
}
