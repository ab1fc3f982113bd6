import type { Point } from '#drawing';
import type { Resource, ResourceKind } from '#model';
import type { DropVerdict } from './place.ts';

/** What is being dragged, and what would come of dropping it where it is; no verdict while it is outside. */
export interface DropTarget {
  readonly kinds: readonly ResourceKind[];
  /** A note, which may lie anywhere. */
  readonly isNote?: boolean;
  /** What the note would be attached to. */
  readonly about?: Resource | undefined;
  /** How many things, where they are more than one. */
  readonly count?: number;
  readonly verdict?: DropVerdict;
  /** Where the pointer was on the screen when this came to be shown. */
  readonly at?: Point;
}

/** Whether two targets are shown alike, so that the pointer's next step draws nothing anew. */
export function isSameTarget(one: DropTarget, other: DropTarget): boolean {
  const [a, b] = [one.verdict, other.verdict];
  if (
    one.kinds.join() !== other.kinds.join() ||
    one.isNote !== other.isNote ||
    one.about !== other.about ||
    a?.outcome !== b?.outcome ||
    a?.item !== b?.item
  )
    return false;
  if (a?.outcome === 'refused' && b?.outcome === 'refused')
    return a.reason === b.reason && a.nearest === b.nearest;
  if (a?.outcome !== 'legal' || b?.outcome !== 'legal') return true;
  return a.newSubnetName === b.newSubnetName && a.attachTo === b.attachTo;
}
