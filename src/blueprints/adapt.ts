import { type Adaptation, faultOf, firstRegionOf } from './adaptation.ts';
import type { Blueprint } from './blueprint.ts';
import { type Composition, compose } from './compose.ts';
import { withNameEnding } from './with-name-ending.ts';

/** An adaptation with what was not chosen as the blueprint has it; a region that was not chosen is one of the cloud. */
export const adaptationOf = ({ standard }: Blueprint, changes: Partial<Adaptation>): Adaptation => ({
  ...standard,
  ...(changes.cloud === undefined ? {} : { region: firstRegionOf[changes.cloud] }),
  ...changes,
});

/** The design of a blueprint as adapted, or why there is none. */
export function adapt(blueprint: Blueprint, changes: Partial<Adaptation>): Composition {
  const adaptation = adaptationOf(blueprint, changes);
  const fault = faultOf(adaptation);
  if (fault) return fault;
  const composed = compose(blueprint.architectureFor(adaptation));
  return 'fault' in composed ? composed : { design: withNameEnding(composed.design, adaptation.nameEnding) };
}
