import { farShapes, iconParts, type SceneItem } from '#drawing';
import { boxPath, depthsOf, type MergedPath, mergedPaths, type Paint, type Piece } from '../merged-paths.ts';
import type { ItemNodeType } from '../to-flow.ts';
import { relativePath } from './relative-path.ts';

interface PartOfItem extends Omit<Piece, 'order'> {
  readonly isIcon?: boolean;
}

/** The weight of the lines of an icon, on its grid. */
const [grid, weight] = [24, 2.1];

const icons = new Map<string, readonly { readonly d: string; readonly isSolid: boolean }[]>();

/** The lines of an icon of a size, to be put behind the place where it is to lie. */
function iconOf(icon: string, size: number) {
  const key = `${icon} ${size}`;
  const lines =
    icons.get(key) ??
    iconParts(icon).map(({ d, isSolid = false }) => ({ d: relativePath(d, size / grid), isSolid }));
  icons.set(key, lines);
  return lines;
}

/** What is to be seen of an item from far away, as paths; `undefined` where it is more than boxes and icons. */
function partsFromAfar(item: SceneItem): readonly PartOfItem[] | undefined {
  const parts: PartOfItem[] = [];
  for (const shape of farShapes(item)) {
    if (shape.type !== 'rect' && shape.type !== 'icon') return undefined;
    const [x, y] = [item.x + shape.x, item.y + shape.y];
    if (shape.type === 'icon') {
      const { icon, size, paint: stroke } = shape;
      for (const { d, isSolid } of iconOf(icon, size)) {
        const paint: Paint = {
          ...(isSolid ? { fill: stroke } : {}),
          stroke,
          strokeWidth: (weight * size) / grid,
          cap: 'round',
        };
        parts.push({ paint, d: `M${x} ${y}${d}`, isIcon: true });
      }
      continue;
    }
    const { width, height, radius, fill, stroke, strokeWidth, dash } = shape;
    parts.push({
      paint: { fill, stroke, strokeWidth, dash },
      d: boxPath({ x, y, width, height }, radius),
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

/**
 * Some items as they are seen from far away: containers before what is in them, frames before what is on them; without
 * icons where these are specks.
 */
export function paintedPaths(
  nodes: readonly ItemNodeType[],
  itemOf: ReadonlyMap<string, SceneItem>,
  isWanted: (id: string) => boolean,
  hasIcons = true,
): readonly MergedPath[] {
  const items = nodes.flatMap(({ id }) => itemOf.get(id) ?? []);
  const depths = depthsOf(items);
  const pieces = nodes.flatMap(({ id, data }) => {
    const item = itemOf.get(id);
    if (!item || !isWanted(id) || !isPainted(item, data)) return [];
    const first = (depths.get(id) ?? 0) * turnsPerDepth;
    return (partsOf(item) ?? []).flatMap(({ paint, d, isIcon }, at) =>
      isIcon && !hasIcons ? [] : [{ paint, d, order: first + Math.min(at, turnsPerDepth - 1) }],
    );
  });
  return mergedPaths(pieces);
}
