import { drawnOf, effectiveLayout } from '#layout';
import type { Design } from '#model';
import type { Network } from '#network';
import type { CheckResult } from '#rules';
import { edgesOf } from './edges.ts';
import { ghostsOf } from './ghosts.ts';
import { findingsInWords } from './item-label.ts';
import { itemsOf } from './items.ts';
import { markersAt, type Numbered } from './markers.ts';
import type { Scene, SceneItem } from './scene.ts';
import { type DraftItem, findingsByItem, type Stage } from './stage.ts';

export interface DrawInput {
  readonly design: Design;
  readonly network: Network;
  /** Without it, nothing is marked and nothing missing is drawn. */
  readonly result?: CheckResult;
}

/** Around everything, for markers and shadows. */
const margin = 16;

/** The drawing of a design with its findings: plain shapes, painted by meaning, the same for screen and paper. */
export function drawScene({ design, network, result }: DrawInput): Scene {
  const ghosts = ghostsOf(result);
  const stage: Stage = {
    network,
    result,
    drawn: drawnOf(design, ghosts),
    ghosts,
    boxes: effectiveLayout(design, ghosts),
  };
  const { items: drafts, groups } = itemsOf(stage);
  const findings = findingsByItem(stage, drafts);
  const ghostFindings = new Map(ghosts.map((ghost) => [ghost.id, ghost.findings]));
  const items = drafts.map((draft) =>
    finished(draft, findings.get(draft.id) ?? [], ghostFindings.get(draft.id)),
  );
  const edges = edgesOf(stage, drafts, groups);
  const xs = [
    ...items.flatMap(({ x, width }) => [x, x + width]),
    ...edges.flatMap(({ points }) => points.map(({ x }) => x)),
  ];
  const ys = [
    ...items.flatMap(({ y, height }) => [y, y + height]),
    ...edges.flatMap(({ points }) => points.map(({ y }) => y)),
  ];
  const left = xs.reduce((least, x) => Math.min(least, x), 0) - margin;
  const top = ys.reduce((least, y) => Math.min(least, y), 0) - margin;
  const right = xs.reduce((most, x) => Math.max(most, x), 0) + margin;
  const bottom = ys.reduce((most, y) => Math.max(most, y), 0) + margin;
  return { x: left, y: top, width: right - left, height: bottom - top, items, edges };
}

function finished(
  draft: DraftItem,
  numbered: readonly Numbered[],
  ghostFindings: readonly string[] | undefined,
): SceneItem {
  if (ghostFindings) return { ...draft, findings: ghostFindings, markers: [] };
  if (numbered.length === 0) return { ...draft, findings: [], markers: [] };
  return {
    ...draft,
    label: `${draft.label}, ${findingsInWords(numbered)}`,
    findings: numbered.map(({ finding }) => finding.fingerprint).reverse(),
    markers: markersAt(numbered, draft),
  };
}
