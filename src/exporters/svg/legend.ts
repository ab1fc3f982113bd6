import {
  categoryOf,
  type EdgeMeaning,
  edgeSample,
  iconOf,
  type Point,
  type Scene,
  type Shape,
} from '#drawing';
import type { ResourceKind } from '#model';
import { line } from './sheet-text.ts';

const titles: readonly (readonly [EdgeMeaning, string])[] = [
  ['private-link', 'Private link'],
  ['route', 'Route'],
  ['peering', 'Peering'],
  ['connection', 'ExpressRoute, VPN'],
  ['service-endpoint', 'Service endpoint'],
  ['dns', 'DNS'],
  ['outbound', 'To the internet'],
  ['missing', 'Missing'],
  ['closed', 'Closed on purpose'],
];

const samples: readonly (readonly [ResourceKind, string])[] = [
  ['virtual-network', 'Network'],
  ['compute-cluster', 'Compute'],
  ['workspace', 'Machine learning'],
  ['storage-account', 'Storage and data'],
  ['network-security-group', 'Security'],
  ['private-dns-zone', 'DNS'],
  ['on-premises-network', 'On-premises'],
];

const pitch = 158;
const rowHeight = 24;

/** What lines, signs and colours mean; three rows or more, as the width allows. Gives its height. */
export function legendShapes(
  scene: Scene,
  x: number,
  y: number,
  width: number,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const used = new Set(scene.edges.map((edge) => edge.meaning));
  const edges = titles.filter(([meaning]) => used.has(meaning));
  const cells: ((x: number, y: number) => readonly Shape[])[] = [
    ...edges.map(
      ([meaning, title]) =>
        (cx: number, cy: number) =>
          edgeCell(meaning, title, cx, cy),
    ),
    ...signCells,
    ...samples.map(
      ([kind, title]) =>
        (cx: number, cy: number) =>
          categoryCell(kind, title, cx, cy),
    ),
  ];
  const columns = Math.max(1, Math.floor(width / pitch));
  const rows = Math.ceil(cells.length / columns);
  const shapes = cells.flatMap((cell, index) =>
    cell(x + Math.floor(index / rows) * pitch, y + (index % rows) * rowHeight),
  );
  return { shapes, height: rows * rowHeight };
}

const textX = 42;

function edgeCell(meaning: EdgeMeaning, title: string, x: number, y: number): readonly Shape[] {
  const points: readonly Point[] = [
    { x, y },
    { x: x + 32, y },
  ];
  return [...edgeSample(meaning, points), line(x + textX, y + 3.8, title, 'body', 't2')];
}

const categoryCell = (kind: ResourceKind, title: string, x: number, y: number): readonly Shape[] => [
  { type: 'rect', x: x + 6, y: y - 10, width: 20, height: 20, radius: 5, fill: `${categoryOf(kind)}-tint` },
  { type: 'icon', icon: iconOf(kind), x: x + 9, y: y - 7, size: 14, paint: categoryOf(kind) },
  line(x + textX, y + 3.8, title, 'body', 't2'),
];

const capacityCell = (x: number, y: number): readonly Shape[] => [
  { type: 'rect', x, y: y - 2.5, width: 32, height: 5, radius: 2.5, fill: 'press' },
  { type: 'rect', x, y: y - 2.5, width: 14, height: 5, radius: 2.5, fill: 'network' },
  line(x + textX, y + 3.8, 'Addresses in use', 'body', 't2'),
];

const notShownCell = (x: number, y: number): readonly Shape[] => [
  {
    type: 'rect',
    x: x + 2,
    y: y - 8,
    width: 28,
    height: 16,
    radius: 5,
    fill: 'panel',
    stroke: 'line3',
    strokeWidth: 1.5,
    dash: '1.5 3',
  },
  line(x + textX, y + 3.8, 'Not in the file', 'body', 't2'),
];

const signCells = [capacityCell, notShownCell];
