import type { Drawn } from '#layout';
import { findResource, type ResourceId } from '#model';
import type { Network } from '#network';
import type { CheckResult } from '#rules';
import type { DrawnGhost } from './ghosts.ts';
import type { Numbered } from './markers.ts';
import type { SceneItem } from './scene.ts';

/** An item before its findings are put on it. */
export type DraftItem = Omit<SceneItem, 'findings' | 'markers'>;

/** What a drawing is made from. */
export interface Stage {
  readonly network: Network;
  readonly result: CheckResult | undefined;
  readonly drawn: Drawn;
  readonly ghosts: readonly DrawnGhost[];
  readonly boxes: Readonly<Record<string, Readonly<{ x: number; y: number; width: number; height: number }>>>;
}

/** The resource whose item shows another: itself where it has one. */
export function shownAs(
  { drawn, network }: Stage,
  items: ReadonlySet<string>,
  id: ResourceId,
): ResourceId | undefined {
  if (items.has(id)) return id;
  let shown = drawn.shownBy.get(id) ?? findResource(network.design, id)?.parent;
  for (let steps = 0; shown !== undefined && steps < 12; steps += 1) {
    if (items.has(shown)) return shown;
    shown = drawn.shownBy.get(shown) ?? findResource(network.design, shown)?.parent;
  }
  return undefined;
}

/** The findings of each item, worst first, by item id. Badges of one resource each bear its findings. */
export function findingsByItem(
  stage: Stage,
  items: readonly DraftItem[],
): ReadonlyMap<string, readonly Numbered[]> {
  const found = new Map<string, Numbered[]>();
  const ids = new Set(items.map((item) => item.id));
  const byResource = new Map<string, DraftItem[]>();
  for (const item of items)
    if (item.resource !== undefined)
      byResource.set(item.resource, [...(byResource.get(item.resource) ?? []), item]);
  const put = (item: string, numbered: Numbered) => {
    const known = found.get(item) ?? [];
    if (!known.includes(numbered)) found.set(item, [...known, numbered]);
  };
  for (const [index, finding] of (stage.result?.findings ?? []).entries()) {
    const numbered = { finding, number: index + 1 };
    for (const id of finding.at) {
      const own = byResource.get(id);
      if (own) for (const item of own) put(item.id, numbered);
      else {
        const shown = shownAs(stage, ids, id);
        if (shown !== undefined) put(shown, numbered);
      }
    }
  }
  return found;
}
