import type { JsonObject } from '../json-object.ts';
import type { ArmId } from './arm-id.ts';

/** One resource of the source, or one that the source only names. */
export interface Row {
  readonly id: ArmId;
  /** Named by others or known by its children only: it exists, and nothing else is known of it. */
  readonly isOnlyNamed?: true;
  readonly body: {
    readonly location?: unknown;
    readonly sku?: unknown;
    readonly kind?: unknown;
    readonly tags?: unknown;
    /** Absent in listings that leave properties out. */
    readonly properties?: JsonObject;
    /** The listing leaves the properties out. */
    readonly isBare?: true;
  };
}
