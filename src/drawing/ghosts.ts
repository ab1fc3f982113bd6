import type { LayoutGhost } from '#layout';
import type { CheckResult } from '#rules';
import { termInWords } from './item-label.ts';
import type { Token } from './palette.ts';
import { repainted } from './repainted.ts';
import type { Shape } from './scene.ts';

/** A missing thing with the findings that miss it. */
export interface DrawnGhost extends LayoutGhost {
  readonly findings: readonly string[];
  /** Somebody answers for all of them: it is not asked for, and is still not there. */
  readonly isAccepted: boolean;
}

/** What findings say is missing, each once, in the order of the findings; of what was accepted, until when. */
export function ghostsOf(result: CheckResult | undefined): readonly DrawnGhost[] {
  const ghosts = new Map<string, DrawnGhost>();
  for (const { fingerprint, accepted, ghosts: own } of result?.findings ?? [])
    for (const ghost of own) {
      const key = ['ghost', ghost.kind, ghost.parent ?? '', ghost.target ?? '', ghost.name].join(':');
      const known = ghosts.get(key);
      const findings = [...(known?.findings ?? []), fingerprint];
      const isAccepted = accepted !== undefined && known?.isAccepted !== false;
      const term = accepted && termInWords(accepted);
      const fact = isAccepted
        ? `${term?.charAt(0).toUpperCase()}${term?.slice(1)}`
        : known && accepted
          ? known.fact
          : ghost.fact;
      ghosts.set(key, { ...ghost, id: key, fact, findings, isAccepted });
    }
  return [...ghosts.values()];
}

const paints: Readonly<Partial<Record<Token, Token>>> = { error: 't2', 'error-dash': 'line3' };

/** What is missing as it looks once somebody answers for it: there is room for it, and no fault. */
export const acceptedShapes = (shapes: readonly Shape[]): readonly Shape[] =>
  repainted(shapes, (paint) => paints[paint] ?? paint).map((shape) =>
    shape.type === 'text' && shape.text === 'missing' ? { ...shape, text: 'accepted' } : shape,
  );
