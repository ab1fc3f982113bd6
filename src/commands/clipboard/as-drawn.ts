import { drawnBoxes } from '#drawing';
import { type Design, edits } from '#model';
import type { CheckResult } from '#rules';

/** A design in which everything has the place that it is drawn at: a copy looks as what it is a copy of. */
export const asDrawn = (design: Design, result: CheckResult): Design =>
  edits.withLayout(design, drawnBoxes(design, result));
