import type { Shape } from '#drawing';

/** A part of the right column that is not broken; drawn at its own origin. */
export interface Block {
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** Stays in the column of the block after it. */
  readonly isHeading?: true;
}
