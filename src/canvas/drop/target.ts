import type { ResourceKind } from '#model';
import type { DropVerdict } from './place.ts';

/** What is being dragged, and what would come of dropping it where it is; no verdict while it is outside. */
export interface DropTarget {
  readonly kind: ResourceKind;
  readonly verdict?: DropVerdict;
}
