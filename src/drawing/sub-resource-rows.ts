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
 * A service as tall as its endpoints names every part that one of them leads to: beside its endpoint, the first below
 * the name; those whose endpoints stand elsewhere, where there is room.
 */
export function withSubResourceRows(stage: Stage, items: readonly DraftItem[]): readonly DraftItem[] {
  const isTall = ({ role, height }: DraftItem) => role === 'node' && height > 1.5 * measures.node.height;
  if (!items.some(isTall)) return items;
  const endpoints = endpointsOf(stage, items);
  return items.map((item) => {
    if (!isTall(item)) return item;
    const own = endpoints.flatMap(({ target, part, middle }) =>
      target === item.resource && parts[part] ? { part, at: Math.round(middle - item.y) } : [],
    );
    const { head, rows } = placesOf(own, item.height);
    const shapes = rows.flatMap(({ part, at }) => rowShapes(part, at, item.width));
    return { ...item, shapes: [...withHead(item, head), ...shapes] };
  });
}

interface PartPlace {
  readonly part: string;
  /** Middle of its endpoint, from the top of the service. */
  readonly at: number;
}

/** The part that is named below the service's own name, and the rows of all others. */
function placesOf(endpoints: readonly PartPlace[], height: number) {
  const rows: PartPlace[] = [];
  const isFree = (at: number, apart: number) => rows.every((other) => Math.abs(at - other.at) >= apart);
  const isNamed = (part: string) => rows.some((row) => row.part === part);
  for (const one of endpoints)
    if (one.at > leastFromTop && one.at < height && isFree(one.at, leastApart)) rows.push(one);
  const isBeside = ({ at }: PartPlace) => at >= 0 && at <= leastFromTop;
  const head = (endpoints.find(isBeside) ?? (rows.length === 0 ? endpoints[0] : undefined))?.part;
  for (const { part } of endpoints) {
    let at = leastFromTop + rowHeight / 2;
    while (!isFree(at, rowHeight)) at += 2;
    if (part !== head && !isNamed(part) && at + rowHeight / 2 <= height) rows.push({ part, at });
  }
  return { head, rows };
}

/** A service whose fact says which part a link beside its name leads to. */
function withHead({ shapes, width }: DraftItem, head = ''): readonly Shape[] {
  const title = parts[head]?.[0];
  return shapes.map((shape) =>
    title !== undefined && shape.type === 'text' && shape.style === 'fact'
      ? fitted(headOf(title), shape.x, shape.y, 'fact', shape.fill, width - shape.x - measures.node.right)
      : shape,
  );
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

/** What the fact of a service says that names a part there. */
const headOf = (title: string): string => `Storage, ${title.toLowerCase()}`;

/** Where a link to a part of a service ends: at the part's nearest name; where it has none, and of a low box, anywhere. */
export function rowOfPart(item: DraftItem, part: string, near: number): Rect {
  if (item.height <= 1.5 * measures.node.height) return item;
  const title = parts[part.toLowerCase()]?.[0] ?? '';
  const rows = item.shapes.flatMap((shape): readonly Rect[] => {
    if (shape.type !== 'text') return [];
    const { full: text = shape.text, y } = shape;
    if (text === headOf(title)) return [{ ...item, height: measures.node.height }];
    return text === title
      ? [{ ...item, y: item.y + y - rowBaseline - rowHeight / 2, height: rowHeight }]
      : [];
  });
  const away = ({ y, height }: Rect) => Math.abs(y + height / 2 - near);
  return rows.reduce<Rect | undefined>((a, b) => (a && away(a) <= away(b) ? a : b), undefined) ?? item;
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
