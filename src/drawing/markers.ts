import { measures } from '#layout';
import type { Finding } from '#rules';
import { termInWords } from './item-label.ts';
import type { Token } from './palette.ts';
import type { SceneItem, SceneMarker, Shape } from './scene.ts';
import { widthOf } from './text.ts';

/** A finding with its number in the list. */
export interface Numbered {
  readonly finding: Finding;
  readonly number: number;
}

/** A sign of one digit is so wide, and no more than this is left for its digits. */
const [side, room] = [18, { round: 13, angular: 7.5, undecided: 9 }] as const;
/** Of the panel's colour around a sign: it shows where a sign lies on a line. */
const ring = 1.25;

/** By how much a sign is wider than it is high, so that its digits lie on it. */
const extraOf = (text: string, within: number): number => Math.max(0, widthOf(text, 'marker') - within);

/** A box with round corners around a point. */
const boxAround = (x: number, y: number, height: number, extra: number, radius: number) =>
  ({
    type: 'rect',
    x: x - (height + extra) / 2,
    y: y - height / 2,
    width: height + extra,
    height,
    radius,
  }) as const;

/** What the sign of a finding looks like. */
type SignLook = Pick<Finding, 'severity' | 'verdict'> & { readonly accepted?: unknown };

/**
 * The sign of a finding around a point: circle, triangle or rounded square by severity, dotted where it could not be
 * decided, a ring where it is accepted. Each is as wide as its digits need.
 */
export function markerShapes(finding: SignLook, text: string, x: number, y: number): readonly Shape[] {
  const number = (fill: Token, lower = 0): Shape => ({
    type: 'text',
    x,
    y: y + 3.8 + lower,
    text,
    style: 'marker',
    fill,
    anchor: 'middle',
  });
  const extra = extraOf(text, room.round);
  const body = (paint: { fill: Token; stroke?: Token; strokeWidth?: number }): Shape => ({
    ...boxAround(x, y, side - (paint.strokeWidth ?? 0), extra, side / 2),
    ...paint,
  });
  const back: Shape = { ...boxAround(x, y, side + 2 * ring, extra, side / 2 + ring), fill: 'panel' };
  if (finding.accepted)
    return [
      back,
      body({ fill: 'panel', stroke: solidOf(finding), strokeWidth: 1.6 }),
      number(solidOf(finding)),
    ];
  if (finding.verdict === 'cannot-tell') return undecidedShapes(doubted(text), x, y);
  switch (finding.severity) {
    case 'error':
      return [back, body({ fill: 'error' }), number('on-solid')];
    case 'warning': {
      const wide = extraOf(text, room.angular);
      const d = trianglePath(x, y + 0.7, side / 2 + 0.6, wide);
      return [
        { type: 'path', d, fill: 'panel', stroke: 'panel', strokeWidth: 1.2 + 2 * ring },
        { type: 'path', d, fill: 'warning-fill', stroke: 'warning-fill', strokeWidth: 1.2 },
        number('on-warning', 1.4),
      ];
    }
    case 'note':
      return [
        { ...boxAround(x, y, side + 2 * ring, extra, 5 + ring), fill: 'panel' },
        { ...boxAround(x, y, side, extra, 5), fill: 'note' },
        number('on-solid'),
      ];
  }
}

/** The number of a finding that could not be decided, with what says so behind it. */
const doubted = (text: string): string => text.replace(/\d*/, '$&?');

/** A dotted ring that is as wide as its number and question mark. */
function undecidedShapes(text: string, x: number, y: number): readonly Shape[] {
  const extra = extraOf(text, room.undecided);
  const dotted = { fill: 'panel', stroke: 'line3', strokeWidth: 1.4, dash: '1.6 2.2' } as const;
  return [
    { ...boxAround(x, y, side + 2 * ring, extra, side / 2 + ring), fill: 'panel' },
    { ...boxAround(x, y, side - 1.4, extra, side / 2), ...dotted },
    { type: 'text', x, y: y + 3.8, text, style: 'marker', fill: 't2', anchor: 'middle' },
  ];
}

const solidOf = ({ severity }: Pick<Finding, 'severity'>): Token => severity;

/** A triangle with soft corners around a point; made wider, its top is flat. */
function trianglePath(x: number, y: number, r: number, wide: number): string {
  const [left, right] = [x - wide / 2, x + wide / 2];
  const [top, foot] = [y - r + 1.6, y + r - 1.8];
  const apex =
    wide === 0
      ? `Q${x} ${y - r} ${x - 1.2} ${top}`
      : `Q${right} ${y - r} ${right - 1.2} ${y - r}L${left + 1.2} ${y - r}Q${left} ${y - r} ${left - 1.2} ${top}`;
  return `M${left - 1.2} ${top}L${left - r + 0.4} ${foot - 1.8}Q${left - r} ${foot} ${left - r + 1.8} ${foot}L${right + r - 1.8} ${foot}Q${right + r} ${foot} ${right + r - 0.4} ${foot - 1.8}L${right + 1.2} ${top}${apex}z`;
}

/** Free between signs that stand side by side. */
const gap = 4;
/** More would cover the neighbours: the rest is counted. */
const atMost = 3;
/** So far a row of signs goes beyond the right border of its item. */
const beyond = 3;

/** How wide a sign is with a text. */
function widthOfLook({ accepted, verdict, severity }: SignLook, text: string): number {
  if (!accepted && verdict === 'cannot-tell') return side + extraOf(doubted(text), room.undecided);
  const isTriangle = !accepted && severity === 'warning';
  return isTriangle ? side + 2 + extraOf(text, room.angular) : side + extraOf(text, room.round);
}

/** How wide the sign of a finding is. */
export const widthOfSign = ({ finding, number }: Numbered): number => widthOfLook(finding, `${number}`);

/** What stands in a sign for several findings: the number of the worst, and how many more there are. */
const summed = ({ number }: SceneMarker, more: number): string =>
  more === 0 ? `${number}` : `${number} +${more}`;

/** How wide a sign is for a finding and so many more. */
export const widthOfSum = (worst: SceneMarker, more: number): number =>
  widthOfLook(worst, summed(worst, more));

/** The marker of a finding moved to a point, for so many more too. */
export const markerOfSum = (worst: SceneMarker, more: number, x: number, y: number): SceneMarker => ({
  ...worst,
  x,
  y,
  shapes: markerShapes(worst, summed(worst, more), x, y),
});

const placed = ({ finding, number }: Numbered, x: number, y: number): SceneMarker => ({
  fingerprint: finding.fingerprint,
  severity: finding.severity,
  verdict: finding.verdict,
  text: finding.text,
  number,
  ...(finding.accepted ? { accepted: `accepted ${termInWords(finding.accepted)}` } : {}),
  x,
  y,
  shapes: markerShapes(finding, `${number}`, x, y),
});

/** At the right end of a badge for a sign. */
const besideSign = 2;

/** So far the sign goes into what is free behind the words of a badge. */
const signOverlap = measures.badge.right - 3;

/** How much wider a badge is that bears a finding: its sign stands behind its words. */
export const signRoom = (worst: Numbered): number => widthOfSign(worst) + besideSign - signOverlap;

/** The middle of the tick of a chip. */
const chipSign = { x: 15, y: 12 };

/** A badge has room for its worst finding; the list has the others. */
function onBadge(worst: Numbered, width: number): SceneMarker {
  const marker = placed(worst, width - besideSign - widthOfSign(worst) / 2, measures.badge.height / 2);
  // On the plane of the badge no ring is needed, and there is no room for one.
  return { ...marker, shapes: marker.shapes.slice(1) };
}

/** A chip bears its worst finding in the place of its tick, so that an opening which is a fault does not look passed. */
function onChip(worst: Numbered): SceneMarker {
  const marker = placed(worst, chipSign.x, chipSign.y);
  return { ...marker, shapes: marker.shapes.slice(1) };
}

/** Signs that are not shown, counted. */
function countShapes(text: string, width: number, x: number, y: number): readonly Shape[] {
  return [
    { ...boxAround(x, y, side, width - side, side / 2), fill: 'panel', stroke: 'line3', strokeWidth: 1 },
    { type: 'text', x, y: y + 3.8, text, style: 'marker', fill: 't2', anchor: 'middle' },
  ];
}

/** Where signs stand on the border of a box: clear of the words in its header, and of what is above it. */
const onBorder = { container: -3, other: 0.2 } as const;

/**
 * Markers side by side at the top right corner of a box, as in the list, and how many more there are: on the border,
 * between the words above it and those below.
 */
export function markersAt(
  findings: readonly Numbered[],
  { width, role }: Pick<SceneItem, 'width' | 'role'>,
): readonly SceneMarker[] {
  const [worst] = findings;
  if (!worst) return [];
  if (role === 'badge') return [onBadge(worst, width)];
  if (role === 'chip') return [onChip(worst)];
  const y = role === 'container' ? onBorder.container : onBorder.other;
  const places = Math.max(1, Math.min(atMost, Math.floor((width + beyond) / (side + gap))));
  const shown = findings.length <= places ? findings : findings.slice(0, Math.max(1, places - 1));
  const hidden = findings.slice(shown.length);
  const [next] = hidden;
  const text = `+${hidden.length}`;
  const ofCount = Math.max(24, widthOf(text, 'marker') + 10);
  const widths = [...shown.map(widthOfSign), ...(next ? [ofCount] : [])];
  let left = width + beyond - widths.reduce((sum, own) => sum + own, 0) - gap * (widths.length - 1);
  const middleOf = (own: number): number => {
    const x = left + own / 2;
    left += own + gap;
    return x;
  };
  const markers = shown.map((one, at) => placed(one, middleOf(widths[at] ?? side), y));
  if (!next) return markers;
  const x = middleOf(ofCount);
  return [...markers, { ...placed(next, x, y), shapes: countShapes(text, ofCount, x, y) }];
}
