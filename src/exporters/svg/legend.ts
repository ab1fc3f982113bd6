import {
  categoryOf,
  edgeSamples,
  expectedMark,
  holdsForSome,
  iconOf,
  isExpectedAddress,
  markerShapes,
  type Point,
  type Scene,
  type Shape,
  someSample,
} from '#drawing';
import type { ResourceKind } from '#model';
import type { Block } from './block.ts';
import { line } from './sheet-text.ts';

const samples: readonly (readonly [ResourceKind, string])[] = [
  ['virtual-network', 'Network'],
  ['compute-cluster', 'Compute'],
  ['workspace', 'Machine learning'],
  ['storage-account', 'Storage and data'],
  ['network-security-group', 'Security'],
  ['private-dns-zone', 'DNS'],
  ['on-premises-network', 'On-premises'],
  ['client', 'People'],
];

const pitch = 158;
/** In a narrow column. */
const leastPitch = 140;
const rowHeight = 24;

type Cell = (x: number, y: number) => readonly Shape[];

/** What lines, markers and colours mean, in these groups: of those on the drawing. */
function groupsOf(scene: Scene, showsFindings: boolean): readonly (readonly Cell[])[] {
  const paints = paintsOf(scene);
  const isSite = paints.has('on-premises-fill');
  // A site and the people in it are of one colour: one name will do.
  const isUsed = (kind: ResourceKind) =>
    kind === 'on-premises-network'
      ? isSite
      : paints.has(`${categoryOf(kind)}-tint`) && !(kind === 'client' && isSite);
  const lines = edgeSamples(scene.edges).map(
    ({ title, sample }): Cell =>
      (x, y) => [...sample({ x, y }, 32), line(x + textX, y + 3.8, title, 'body', 't2')],
  );
  const categories = samples
    .filter(([kind]) => isUsed(kind))
    .map(
      ([kind, title]): Cell =>
        (x, y) =>
          categoryCell(kind, title, x, y),
    );
  return [lines, showsFindings ? markerCells(scene) : [], [...categories, ...signCells(scene)]];
}

/** Cells one below another in columns: each group in columns of its own, where that makes none longer. */
function columnsOf(groups: readonly (readonly Cell[])[], most: number): readonly (readonly Cell[])[] {
  const all = groups.flat();
  const cut = (cells: readonly Cell[], rows: number) =>
    Array.from({ length: Math.ceil(cells.length / rows) }, (_, at) =>
      cells.slice(at * rows, (at + 1) * rows),
    );
  const rows = Math.ceil(all.length / most);
  const apart = groups.flatMap((cells) => cut(cells, rows));
  return apart.length <= most ? apart : cut(all, rows);
}

/** The legend in columns as the width allows, its middle line of the first row at `y`. Gives its height. */
export function legendShapes(
  scene: Scene,
  width: number,
  showsFindings: boolean,
  { x, y }: Point = { x: 0, y: 0 },
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const most = Math.max(1, Math.floor(width / (width < 2 * pitch ? leastPitch : pitch)));
  const columns = columnsOf(groupsOf(scene, showsFindings), most);
  const apart = Math.min(pitch, Math.floor(width / most));
  const shapes = columns.flatMap((cells, column) =>
    cells.flatMap((cell, row) => cell(x + column * apart, y + row * rowHeight)),
  );
  return { shapes, height: Math.max(0, ...columns.map(({ length }) => length)) * rowHeight };
}

/** The legend as the last part of the column. */
export function legendBlock(scene: Scene, width: number, showsFindings: boolean): Block {
  const { shapes, height } = legendShapes(scene, width, showsFindings, { x: 0, y: 58 });
  return { height: height + 62, shapes: [line(0, 36, 'Legend', 'section'), ...shapes] };
}

const textX = 42;

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

const expectedCell = (x: number, y: number): readonly Shape[] => [
  line(x + 16, y + 3.8, `${expectedMark}10.0`, 'small-address', 't2', 'middle'),
  line(x + textX, y + 3.8, 'Expected address', 'body', 't2'),
];

const someCell = (x: number, y: number): readonly Shape[] => [
  ...someSample({ x: x + 16, y }),
  line(x + textX, y + 3.8, 'Some subnets only', 'body', 't2'),
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

/** The paints of all shapes, filled or drawn as an icon. */
const paintsOf = ({ items }: Scene): ReadonlySet<string | undefined> =>
  new Set(
    items.flatMap(({ shapes }) => shapes.map((shape) => (shape.type === 'icon' ? shape.paint : shape.fill))),
  );

const notShownDash = '1.5 ';

function signCells(scene: Scene): readonly Cell[] {
  const isNotShown = scene.items.some(
    ({ role, shapes }) =>
      role !== 'chip' &&
      shapes.some((shape) => shape.type === 'rect' && shape.dash?.startsWith(notShownDash)),
  );
  const isExpected = scene.items.some(({ shapes }) => shapes.some(isExpectedAddress));
  return [
    ...(paintsOf(scene).has('press') ? [capacityCell] : []),
    ...(isExpected ? [expectedCell] : []),
    ...(scene.items.some(holdsForSome) ? [someCell] : []),
    ...(isNotShown ? [notShownCell] : []),
  ];
}

type Sign = Parameters<typeof markerShapes>[0];

const accepted: Sign['accepted'] = { fingerprint: '', reason: '', owner: '' };

const signs: readonly (readonly [string, Sign])[] = [
  ['Error', { severity: 'error', verdict: 'failed' }],
  ['Warning', { severity: 'warning', verdict: 'failed' }],
  ['Note', { severity: 'note', verdict: 'failed' }],
  ['Not decided', { severity: 'note', verdict: 'cannot-tell' }],
  ['Accepted', { severity: 'note', verdict: 'failed', accepted }],
];

/** What tells the sign of a finding from those of others: how its outermost shape but the ring is painted. */
function paintOfSign(shapes: readonly Shape[]): string {
  const body = shapes.filter(({ type }) => type !== 'text').at(-1);
  if (!body || !('fill' in body)) return '';
  if (body.type !== 'rect' || body.stroke === undefined) return body.fill ?? '';
  if (body.dash) return 'dotted';
  // What counts further signs has the line of no severity.
  return body.stroke === 'line3' ? '' : 'ring';
}

/** Their numbers are those of the list. */
function markerCells({ items }: Scene): readonly Cell[] {
  const used = new Set(items.flatMap(({ markers }) => markers.map(({ shapes }) => paintOfSign(shapes))));
  return signs.flatMap(([title, sign]): readonly Cell[] => {
    const sample = (x: number, y: number) => markerShapes(sign, 'n', x, y);
    if (!used.has(paintOfSign(sample(0, 0)))) return [];
    return [(x, y) => [...sample(x + 16, y), line(x + textX, y + 3.8, title, 'body', 't2')]];
  });
}
