import type { LayoutGhost } from '#layout';
import type { CheckResult } from '#rules';

/** A missing thing with the findings that miss it. */
export interface DrawnGhost extends LayoutGhost {
  readonly findings: readonly string[];
}

/** What findings say is missing, each once, in the order of the findings; what was accepted is not asked for. */
export function ghostsOf(result: CheckResult | undefined): readonly DrawnGhost[] {
  const ghosts = new Map<string, DrawnGhost>();
  for (const finding of result?.findings ?? []) {
    if (finding.accepted) continue;
    for (const ghost of finding.ghosts) {
      const key = ['ghost', ghost.kind, ghost.parent ?? '', ghost.target ?? '', ghost.name].join(':');
      const known = ghosts.get(key);
      const findings = [...(known?.findings ?? []), finding.fingerprint];
      ghosts.set(key, { ...ghost, id: key, findings });
    }
  }
  return [...ghosts.values()];
}
