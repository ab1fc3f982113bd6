import type { SceneItem } from '#drawing';
import { boxPath, depthsOf, type MergedPath, mergedPaths, type Piece } from '../merged-paths.ts';
import type { ItemNodeType } from '../to-flow.ts';
import { compactShapes, distantShapes } from './compact-shapes.ts';

type PartOfItem = Omit<Piece, 'order'>;

/** What is to be seen of an item from far away, as paths; `undefined` where it is more than boxes. */
function partsFromAfar(item: SceneItem): readonly PartOfItem[] | undefined {
  const shapes = item.role === 'node' ? compactShapes(item) : distantShapes(item.shapes);
  const parts: PartOfItem[] = [];
  for (const shape of shapes) {
    if (shape.type !== 'rect') return undefined;
    const { x, y, width, height, radius, fill, stroke, strokeWidth, dash } = shape;
    parts.push({
      paint: { fill, stroke, strokeWidth, dash },
      d: boxPath({ x: item.x + x, y: item.y + y, width, height }, radius),
    });
  }
  return parts;
}

const known = new WeakMap<SceneItem, readonly PartOfItem[] | 'own'>();

function partsOf(item: SceneItem): readonly PartOfItem[] | undefined {
  const parts = known.get(item) ?? partsFromAfar(item) ?? 'own';
  known.set(item, parts);
  return parts === 'own' ? undefined : parts;
}

/**
 * Whether an item, seen from far away, is painted with all others and needs no elements of its own. Networks have
 * names that are read from there, and edges run over them; what has attention is more than its shapes.
 */
export const isPainted = (item: SceneItem, { isNetwork, attention }: ItemNodeType['data']): boolean =>
  !isNetwork && attention === undefined && partsOf(item) !== undefined;

/** More than any item has shapes that are seen from far away. */
const turnsPerDepth = 16;

/** Some items as they are seen from far away: containers before what is in them, frames before what is on them. */
export function paintedPaths(
  nodes: readonly ItemNodeType[],
  itemOf: ReadonlyMap<string, SceneItem>,
  isWanted: (id: string) => boolean,
): readonly MergedPath[] {
  const items = nodes.flatMap(({ id }) => itemOf.get(id) ?? []);
  const depths = depthsOf(items);
  const pieces = nodes.flatMap(({ id, data }) => {
    const item = itemOf.get(id);
    if (!item || !isWanted(id) || !isPainted(item, data)) return [];
    const first = (depths.get(id) ?? 0) * turnsPerDepth;
    return (partsOf(item) ?? []).map((part, at) => ({ ...part, order: first + at }));
  });
  return mergedPaths(pieces);
}
