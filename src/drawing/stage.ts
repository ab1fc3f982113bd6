import type { Drawn } from '#layout';
import { findResource, groupedBy, type ResourceId } from '#model';
import type { Network } from '#network';
import type { CheckResult } from '#rules';
import type { DrawnGhost } from './ghosts.ts';
import type { InternetGroup } from './internet-groups.ts';
import type { Numbered } from './markers.ts';
import type { SceneItem } from './scene.ts';

/** An item before its findings are put on it. */
export type DraftItem = Omit<SceneItem, 'findings' | 'markers'>;

/** What a drawing is made from. */
export interface Stage {
  readonly network: Network;
  readonly result: CheckResult | undefined;
  readonly internet: readonly InternetGroup[];
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
  const byId = new Map(items.map((item) => [item.id, item]));
  const ids = new Set(byId.keys());
  const byResource = groupedBy(items, ({ resource }) => resource);
  const judged = judgedChips(stage, byId);
  for (const [index, finding] of (stage.result?.findings ?? []).entries()) {
    const places = new Set<DraftItem>();
    for (const { item, at } of judged.get(finding.rule) ?? [])
      if (!at || finding.at.some((id) => at.includes(id))) places.add(item);
    for (const id of finding.at) {
      const shown = byId.get(shownAs(stage, ids, id) ?? '');
      for (const item of byResource.get(id) ?? (shown ? [shown] : [])) places.add(item);
    }
    for (const container of saidInside(places, byId, finding.at[0])) places.delete(container);
    for (const item of places)
      if (!isSaidAround(item, places, byId))
        found.set(item.id, [...(found.get(item.id) ?? []), { finding, number: index + 1 }]);
  }
  return found;
}

interface JudgedChip {
  readonly item: DraftItem;
  readonly at: readonly ResourceId[] | undefined;
}

/** The chips of what is open or shut between the design and the internet, by the rules whose findings are about them. */
function judgedChips(
  { internet }: Stage,
  byId: ReadonlyMap<string, DraftItem>,
): ReadonlyMap<string, readonly JudgedChip[]> {
  const chips = internet.flatMap((group) =>
    group.chips.flatMap(({ id, judged }) => {
      const item = byId.get(`chip:${id}`);
      return item && judged ? judged.by.map((rule) => ({ rule, item, at: judged.at })) : [];
    }),
  );
  return groupedBy(chips, ({ rule }) => rule);
}

/** Everything around an item, the nearest first. */
function around(item: DraftItem, byId: ReadonlyMap<string, DraftItem>): readonly DraftItem[] {
  const container = byId.get(item.parent ?? '');
  return container ? [container, ...around(container, byId)] : [];
}

/** Of one node alone in a container, which a finding is about before all else, the node speaks, and not the container. */
function saidInside(
  places: ReadonlySet<DraftItem>,
  byId: ReadonlyMap<string, DraftItem>,
  first: ResourceId | undefined,
): readonly DraftItem[] {
  const nodes = [...places].filter(({ role }) => role === 'node');
  const node = nodes.find(({ resource }) => resource === first);
  if (!node) return [];
  return around(node, byId).filter(
    (container) =>
      places.has(container) &&
      nodes.every((other) => other === node || !around(other, byId).includes(container)),
  );
}

/** Once is enough: a container speaks for the nodes in it, a badge for the subnet it is on. */
function isSaidAround(
  item: DraftItem,
  places: ReadonlySet<DraftItem>,
  byId: ReadonlyMap<string, DraftItem>,
): boolean {
  if (item.role === 'badge') return false;
  if (item.role === 'container')
    return [...places].some((other) => other.role === 'badge' && other.parent === item.id);
  return around(item, byId).some((one) => one.role === 'container' && places.has(one));
}
