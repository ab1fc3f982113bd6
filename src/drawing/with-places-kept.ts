import { effectiveLayout, keptLayout } from '#layout';
import { type Design, edits } from '#model';
import type { CheckResult } from '#rules';
import { derivedOf } from './drawn-boxes.ts';

/** A design that came of another by an edit, with what that one drew where it was, as far as there is room. */
export function withPlacesKept(
  { design, result }: { readonly design: Design; readonly result: CheckResult },
  after: Design,
  next: CheckResult = result,
): Design {
  const derived = derivedOf(design, result);
  const before = { design, derived, boxes: effectiveLayout(design, derived) };
  const isAlike = after.resources === design.resources && next === result;
  return edits.withLayout(after, keptLayout(before, after, isAlike ? derived : derivedOf(after, next)));
}
