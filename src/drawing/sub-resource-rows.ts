import { measures } from '#layout';
import { findOfKind } from '#model';
import type { Rect } from './geometry.ts';
import type { Shape } from './scene.ts';
import type { DraftItem, Stage } from './stage.ts';
import { fitted } from './text.ts';

/** Parts of a storage account, by the name that private endpoints have for them. */
const parts: Readonly<Record<string, readonly [title: string, icon: string]>> = {
  blob: ['Blobs', 'blob'],
  file: ['File share', 'file'],
  dfs: ['Data Lake', 'file'],
  queue: ['Queue', 'storage'],
  table: ['Table', 'storage'],
  web: ['Website', 'internet'],
};

interface Endpoint {
  readonly target: string;
  readonly part: string;
  readonly middle: number;
}

/** Below name and fact, which are beside the first endpoint. */
const leastFromTop = measures.node.height + 8;
const rowHeight = 28;
/** Of its words, below its middle. */
const rowBaseline = 3.8;
/** Nearer to each other, rows would not be told apart by the links beside them. */
const leastApart = 30;

/**
 * A service as tall as its endpoints names, beside each but the first, the part that this one leads to; where none of
 * them stands beside it, these parts below each other.
 */
export function withSubResourceRows(stage: Stage, items: readonly DraftItem[]): readonly DraftItem[] {
  const isTall = ({ role, height }: DraftItem) => role === 'node' && height > 1.5 * measures.node.height;
  if (!items.some(isTall)) return items;
  const endpoints = endpointsOf(stage, items);
  return items.map((item) => {
    if (!isTall(item)) return item;
    const rows = new Map<number, string>();
    for (const { target, middle, part } of endpoints) {
      const at = Math.round(middle - item.y);
      const isFree = [...rows.keys()].every((other) => Math.abs(at - other) >= leastApart);
      if (target === item.resource && at > leastFromTop && at < item.height && isFree) rows.set(at, part);
    }
    if (rows.size === 0) {
      const own = new Set(endpoints.flatMap(({ target, part }) => (target === item.resource ? part : [])));
      for (const [at, part] of [...own].slice(1).entries()) {
        const middle = leastFromTop + rowHeight * (at + 0.5);
        if (middle + rowHeight / 2 <= item.height) rows.set(middle, part);
      }
    }
    const shapes = [...rows].flatMap(([middle, part]) => rowShapes(part, middle, item.width));
    return { ...item, shapes: [...item.shapes, ...shapes] };
  });
}

function endpointsOf({ network, drawn, ghosts }: Stage, items: readonly DraftItem[]): readonly Endpoint[] {
  const missing = new Map(ghosts.map((ghost) => [ghost.id as string, ghost]));
  const hosted = new Map(
    drawn.roots
      .flatMap((root) => [root, ...root.children])
      .flatMap((thing) =>
        thing.children.flatMap(({ id, derived }) => (derived ? [[id, derived] as const] : [])),
      ),
  );
  // One's own first: the account is as tall as these, and the others stand beside the middle of it.
  const ordered = [...items].sort((a, b) => Number(hosted.has(a.id)) - Number(hosted.has(b.id)));
  return ordered.flatMap((item) => {
    const middle = item.y + item.height / 2;
    const endpoint = findOfKind(network.design, item.resource, 'private-endpoint');
    if (endpoint)
      return [{ target: endpoint.target ?? '', part: endpoint.groupIds[0]?.toLowerCase() ?? '', middle }];
    const ghost = missing.get(item.id);
    if (ghost?.target !== undefined)
      return [{ target: ghost.target, part: ghost.name.toLowerCase(), middle }];
    const derived = hosted.get(item.id);
    return derived ? [{ target: derived.target, part: derived.groupId.toLowerCase(), middle }] : [];
  });
}

/** Where a link to a part of a service ends: at the row of the part, else beside the name; of a low box, anywhere. */
export function rowOfPart(item: DraftItem, part: string): Rect {
  if (item.height <= 1.5 * measures.node.height) return item;
  const title = parts[part.toLowerCase()]?.[0];
  const row = item.shapes.find((shape) => shape.type === 'text' && shape.text === title);
  if (row?.type !== 'text') return { ...item, height: measures.node.height };
  return { ...item, y: item.y + row.y - rowBaseline - rowHeight / 2, height: rowHeight };
}

function rowShapes(part: string, middle: number, width: number): readonly Shape[] {
  const known = parts[part];
  if (!known) return [];
  const [title, icon] = known;
  const { left, tile, gap, right } = measures.node;
  const textX = left + tile + gap;
  return [
    { type: 'icon', icon, x: left + (tile - 16) / 2, y: middle - 8, size: 16, paint: 'storage' },
    fitted(title, textX, middle + rowBaseline, 'fact', 't2', width - textX - right),
  ];
}
