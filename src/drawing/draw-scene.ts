import { drawnOf, effectiveLayout } from '#layout';
import type { Design } from '#model';
import type { Network } from '#network';
import type { CheckResult } from '#rules';
import { withRoomForSigns } from './badge-signs.ts';
import { boundsOf } from './bounds.ts';
import { withSignsOnChips } from './chip-signs.ts';
import { edgesOf } from './edges.ts';
import { withFaults } from './faulty-ways.ts';
import { acceptedShapes, type DrawnGhost, ghostsOf } from './ghosts.ts';
import { hostedNetworksOf } from './hosted-networks.ts';
import { type InternetGroup, internetGroups } from './internet-groups.ts';
import { findingsInWords } from './item-label.ts';
import { itemsOf } from './items.ts';
import { markersAt, type Numbered } from './markers.ts';
import { noteItems } from './notes.ts';
import type { RouterMemory } from './recalling-router.ts';
import type { Scene, SceneItem } from './scene.ts';
import { type DraftItem, findingsByItem, type Stage } from './stage.ts';

export interface DrawInput {
  readonly design: Design;
  readonly network: Network;
  /** Without it, nothing is marked and nothing missing is drawn. */
  readonly result?: CheckResult;
  /** The ways between the network and the internet, where they are known; else they are found out, which takes its time. */
  readonly internet?: readonly InternetGroup[] | undefined;
  /** Whether somebody waits for it: what cannot be told soon is then left for another drawing, see `isCutShort`. */
  readonly isHurried?: boolean;
  /** Of earlier drawings of the design: makes this one quicker, and no other. */
  readonly memory?: DrawingMemory;
}

/** What one drawing leaves for the next; begins empty. */
export interface DrawingMemory {
  readonly ways: RouterMemory;
}

export const drawingMemory = (): DrawingMemory => ({ ways: {} });

/** Whether the last drawing was too hurried for all its edges: some run straight through what stands there. */
export const isCutShort = ({ ways: { last } }: DrawingMemory): boolean =>
  last?.limit !== undefined && last.router.isSpent();

/** The drawing of a design with its findings: plain shapes, painted by meaning, the same for screen and paper. */
export function drawScene({
  design,
  network,
  result,
  internet = internetGroups(network),
  isHurried = false,
  memory = drawingMemory(),
}: DrawInput): Scene {
  const ghosts = ghostsOf(result);
  const derived = { ghosts, hosted: hostedNetworksOf(network) };
  const stage: Stage = {
    network,
    result,
    internet,
    drawn: drawnOf(design, derived),
    ghosts,
    boxes: effectiveLayout(design, derived),
  };
  const { items: bare, groups } = itemsOf(stage);
  const findings = findingsByItem(stage, bare);
  const drafts = withSignsOnChips(withRoomForSigns(bare, findings), findings);
  const ghostOf = new Map(ghosts.map((ghost) => [ghost.id, ghost]));
  const items = drafts.map((draft) => finished(draft, findings.get(draft.id) ?? [], ghostOf.get(draft.id)));
  const notes = noteItems(design, stage, drafts);
  const edges = [
    ...withFaults(
      edgesOf(stage, [...drafts, ...notes.items], groups, memory.ways, isHurried),
      internet,
      findings,
    ).map((edge) =>
      ghostOf.get(edge.from)?.isAccepted ? { ...edge, shapes: acceptedShapes(edge.shapes) } : edge,
    ),
    ...notes.edges,
  ];
  const all = [...items, ...notes.items.map((draft) => finished(draft, [], undefined))];
  return { ...boundsOf(all, edges), items: all, edges };
}

function finished(draft: DraftItem, numbered: readonly Numbered[], ghost: DrawnGhost | undefined): SceneItem {
  if (ghost) {
    const shapes = ghost.isAccepted ? acceptedShapes(draft.shapes) : draft.shapes;
    return { ...draft, shapes, findings: ghost.findings, markers: [] };
  }
  if (numbered.length === 0) return { ...draft, findings: [], markers: [] };
  return {
    ...draft,
    label: `${draft.label}, ${findingsInWords(numbered.map(({ finding }) => finding))}`,
    findings: numbered.map(({ finding }) => finding.fingerprint).reverse(),
    markers: markersAt(numbered, draft),
  };
}
