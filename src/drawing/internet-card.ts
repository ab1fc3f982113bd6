import { internetCard, measures, type Thing } from '#layout';
import type { ResourceId } from '#model';
import type { Chip } from './chip.ts';
import type { InternetGroup } from './internet-groups.ts';
import type { Point, SceneItem, Shape } from './scene.ts';
import { fitted, widthOf } from './text.ts';

type Frame = Pick<SceneItem, 'x' | 'y' | 'width' | 'height'>;
type Draft = Omit<SceneItem, 'findings' | 'markers'>;

const chipHeight = 24;
const chipGap = 6;
const groupGap = 28;
const groupsLeft = 96;
const top = 36;
const widestChip = 220;
const widestTitle = 260;
/** A card that is wider than what is below it already may be so much wider still for a row less. */
const easilyWider = 1.06;
/** So many rows make the card no wider than what is below it, where they do. */
const easyRows = 5;
/** Then it may be wider than what is below it, up to this, before its chips stand in more rows. */
const comfortable = 1240;
const emptyHeight = 60;
/** Of the card over little or nothing. */
const leastWidth = measures.card.internetWidth;

/** Where a group of the card lies, for the threads that end at it. */
export interface PlacedGroup {
  readonly group: InternetGroup;
  /** Absolute. */
  readonly x: number;
  readonly width: number;
}

const chipWidth = (chip: Chip): number =>
  Math.min(widestChip, Math.ceil(9 + 12 + 6 + widthOf(chip.text, 'label') + 11)) + shareWidth(chip);

/** Of how many senders it holds, behind what it is about. */
const shareWidth = ({ share }: Chip): number =>
  share === undefined ? 0 : Math.ceil(widthOf(share, 'fact')) + shareGap;

const shareGap = 7;

/** Chips in columns that line up, of so many rows at the most: equally long ones but for one chip, the longer first. */
function gridOf(chips: readonly Chip[], rows: number) {
  const count = Math.ceil(chips.length / rows);
  const [least, longer] = [Math.floor(chips.length / count), chips.length % count];
  const endOf = (column: number) => column * least + Math.min(column, longer);
  const columns = Array.from({ length: count }, (_, column) => chips.slice(endOf(column), endOf(column + 1)));
  const widths = columns.map((column) => Math.max(...column.map(chipWidth)));
  return { columns, widths, width: widths.reduce((sum, one) => sum + one + chipGap, 0) - chipGap };
}

interface Placed {
  readonly items: readonly Draft[];
  readonly groups: readonly PlacedGroup[];
}

/**
 * The card across the top: the ways out with what they reach, each above where it starts (`startOf`: an absolute `x`), and
 * what comes in, above `contentRight`. Its bottom stays, it grows upwards.
 */
export function internetCardItems(
  groups: readonly InternetGroup[],
  online: readonly Thing[],
  arranged: Frame,
  resource: ResourceId | undefined,
  contentRight: number,
  startOf: (group: InternetGroup) => number | undefined,
): Placed {
  const clientsWidth = online.length === 0 ? 0 : Math.min(3, online.length) * 160 - 8 + groupGap;
  const aside = groupsLeft + clientsWidth + 20 - (groups.length === 0 ? 0 : groupGap);
  // Zones beside the drawing widen the card, not what stands on it: each way stays above where it starts.
  const room = Math.min(arranged.width, Math.max(leastWidth, contentRight - arranged.x));
  const isOverhanging = arranged.x + room > contentRight + groupGap;
  const tight = rowsFor(groups, room * (isOverhanging ? easilyWider : 1) - aside);
  const rows = tight <= easyRows ? tight : rowsFor(groups, Math.max(room, comfortable) - aside, 3);
  const needed = widthFor(groups, rows) + aside;
  const isEmpty = groups.length === 0 && online.length === 0;
  const clientRows = Math.ceil(online.length / 3);
  const contents = Math.max(rows * (chipHeight + chipGap) - chipGap, clientRows * 52 - 8, 54);
  const height = isEmpty ? emptyHeight : Math.max(arranged.height, top + contents + 14);
  const frame: Frame = {
    x: arranged.x,
    y: arranged.y + arranged.height - height,
    width: Math.max(arranged.width, needed),
    height,
  };
  const items: Draft[] = [];
  const placed: PlacedGroup[] = [];
  let x = frame.x + groupsLeft;
  let rest = widthFor(groups, rows);
  for (const group of groups) {
    const grid = gridOf(group.chips, rows);
    const width = groupWidth(group, rows);
    const start = startOf(group);
    // Not so far right that those after it find no room.
    const latest = frame.x + Math.max(room, needed) - 20 - clientsWidth - rest + groupGap;
    if (start !== undefined) x = Math.max(x, Math.min(start - width / 2, latest));
    rest -= width + groupGap;
    const isLast = group.meaning === 'inbound' && start === undefined && clientsWidth === 0;
    if (isLast) x = Math.max(x, Math.min(contentRight, frame.x + frame.width) - 24 - width);
    placed.push({ group, x, width });
    items.push(...chipItems(group, grid, x, frame.y + top));
    x += width + groupGap;
  }
  const inbound = placed.find(({ group }) => group.meaning === 'inbound');
  const clientsLeft = inbound && inbound.x + inbound.width + groupGap;
  for (const [index, thing] of online.entries())
    items.push({ ...clientFrame(frame, thing, index, clientsLeft), parent: internetCard });
  return { items: [cardItem(frame, placed, resource), ...items], groups: placed };
}

/** People beside the ways in that they take, else at the right. */
const clientFrame = (frame: Frame, thing: Thing, index: number, left: number | undefined): Draft => ({
  id: thing.id,
  ...(thing.resource ? { resource: thing.resource.id } : {}),
  role: 'node',
  x: left === undefined ? frame.x + frame.width - 20 - 152 - (index % 3) * 160 : left + (index % 3) * 160,
  y: frame.y + top + Math.floor(index / 3) * 52,
  width: 152,
  height: 44,
  shapes: [],
  label: thing.name,
});

/** The fewest rows, from two or more, with which all groups fit side by side. */
function rowsFor(groups: readonly InternetGroup[], room: number, least = 2): number {
  const most = Math.max(least, ...groups.map((group) => group.chips.length));
  for (let rows = least; rows < most; rows += 1) if (widthFor(groups, rows) <= room) return rows;
  return most;
}

const widthFor = (groups: readonly InternetGroup[], rows: number): number =>
  groups.reduce((sum, group) => sum + groupWidth(group, rows) + groupGap, 0);

const groupWidth = ({ chips, title }: InternetGroup, rows: number): number =>
  Math.max(gridOf(chips, rows).width, Math.min(widthOf(title, 'label'), widestTitle));

function cardItem(frame: Frame, groups: readonly PlacedGroup[], resource: ResourceId | undefined): Draft {
  const isFlat = frame.height === emptyHeight;
  const tileX = isFlat ? 14 : 32;
  const tileY = isFlat ? 13 : frame.height / 2 - 30;
  return {
    id: internetCard,
    ...(resource === undefined ? {} : { resource }),
    role: 'card',
    ...frame,
    label: 'Internet',
    shapes: [
      {
        type: 'rect',
        x: 0.5,
        y: 0.5,
        width: frame.width - 1,
        height: frame.height - 1,
        radius: 14,
        fill: 'panel',
        stroke: 'line2',
        strokeWidth: 1,
      },
      { type: 'rect', x: tileX, y: tileY, width: 34, height: 34, radius: 8, fill: 'neutral-tint' },
      { type: 'icon', icon: 'internet', x: tileX + 6, y: tileY + 6, size: 22, paint: 'neutral' },
      ...(isFlat
        ? [
            fitted('Internet', 58, 27, 'container-name', 't1', frame.width - 70),
            fitted('Nothing in the design uses it.', 58, 43, 'fact', 't2', frame.width - 70),
          ]
        : [fitted('Internet', tileX + 17, tileY + 52, 'container-name', 't1', 80, 'middle')]),
      ...groups.map(({ group, x, width }) =>
        fitted(group.title, x - frame.x, 24, 'label', 't2', Math.max(width, 120)),
      ),
    ],
  };
}

function chipItems(
  group: InternetGroup,
  { columns, widths }: ReturnType<typeof gridOf>,
  left: number,
  y: number,
): readonly Draft[] {
  const items: Draft[] = [];
  let x = left;
  for (const [column, chips] of columns.entries()) {
    const width = widths[column] ?? 0;
    for (const [row, chip] of chips.entries())
      items.push({
        id: `chip:${chip.id}`,
        role: 'chip',
        parent: internetCard,
        x,
        y: y + row * (chipHeight + chipGap),
        width,
        height: chipHeight,
        shapes: chipShapes(chip, width),
        label: `${group.title}: ${chip.label}`,
      });
    x += width + chipGap;
  }
  return items;
}

const looks = {
  open: { fill: 'sunken', stroke: 'line', icon: 'check', paint: 'passed', text: 't1' },
  closed: { fill: 'panel', stroke: 'line3', icon: 'blocked', paint: 't2', text: 't2', dash: '3 3' },
  blocked: { fill: 'error-tint', stroke: 'error-line', icon: 'blocked', paint: 'error', text: 'error' },
  unknown: { fill: 'panel', stroke: 'line3', icon: 'unknown', paint: 't2', text: 't2', dash: '1.5 3' },
  partly: { fill: 'warning-tint', stroke: 'warning-line', icon: 'partly', paint: 'warning', text: 't1' },
  varied: { fill: 'panel', stroke: 'line3', icon: 'partly', paint: 't2', text: 't1', dash: '3 3' },
} as const satisfies Readonly<Record<Chip['state'], object>>;

function chipShapes(chip: Chip, width: number): readonly Shape[] {
  const look = looks[chip.state];
  const { share } = chip;
  return [
    {
      type: 'rect',
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: chipHeight - 1,
      radius: 6,
      fill: look.fill,
      stroke: look.stroke,
      strokeWidth: 1,
      ...('dash' in look ? { dash: look.dash } : {}),
    },
    { type: 'icon', icon: look.icon, x: 9, y: 6, size: 12, paint: look.paint },
    fitted(chip.text, 27, 16, 'label', look.text, width - 36 - shareWidth(chip)),
    ...(share === undefined
      ? []
      : [
          {
            type: 'text',
            x: width - 11,
            y: 16,
            text: share,
            style: 'fact',
            fill: chip.state === 'partly' ? 'warning' : 't2',
            anchor: 'end',
          } as const,
        ]),
  ];
}

/** Whether a chip holds for some senders only. */
export const holdsForSome = ({ role, shapes }: Pick<SceneItem, 'role' | 'shapes'>): boolean =>
  role === 'chip' && shapes.some((shape) => shape.type === 'icon' && shape.icon === 'partly');

/** What stands in such a chip, around a point, for a legend. */
export const someSample = ({ x, y }: Point): readonly Shape[] => [
  { type: 'icon', icon: 'partly', x: x - 6, y: y - 6, size: 12, paint: 'warning' },
];

/** Below a group for what comes in and is closed: a line that ends in the sign for it. */
export const closedInboundShapes = (x: number, y: number, length: number): readonly Shape[] => [
  { type: 'path', d: `M${x} ${y}V${y + length - 8}`, stroke: 'error', strokeWidth: 1.8 },
  { type: 'circle', cx: x, cy: y + length, r: 7, fill: 'canvas', stroke: 'error', strokeWidth: 1.8 },
  { type: 'path', d: `M${x - 4.6} ${y + length - 4.6}l9.2 9.2`, stroke: 'error', strokeWidth: 1.8 },
];
