import type { SceneMarker } from '#drawing';
import type { Preview } from '#store';
import type { Fate } from './preview-marks.ts';
import { changedSign, settledSign } from './settled-sign.ts';

/** What a fix makes of a sign for these findings: it is ticked only where none of them is left. */
export function fateOf(
  sign: SceneMarker,
  findings: readonly string[],
  { staying, heirs }: Pick<Preview, 'heirs'> & { readonly staying: ReadonlySet<string> },
): Fate | undefined {
  if (findings.every((one) => staying.has(one))) return undefined;
  return findings.some((one) => staying.has(one) || heirs.has(one))
    ? { shapes: changedSign(sign), says: ', changed by the fix' }
    : { shapes: settledSign(sign), says: ', gone after the fix' };
}
