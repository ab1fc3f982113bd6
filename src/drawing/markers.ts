import type { Finding } from '#rules';
import type { Token } from './palette.ts';
import type { SceneItem, SceneMarker, Shape } from './scene.ts';
import { widthOf } from './text.ts';

/** A finding with its number in the list. */
export interface Numbered {
  readonly finding: Finding;
  readonly number: number;
}

/** A sign of one digit is so wide, and no more than this is left for its digits. */
const [side, room] = [20, { round: 14, angular: 9 }] as const;

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

/**
 * The sign of a finding around a point: circle, triangle or rounded square by severity, dotted where it could not be
 * decided, a ring where it is accepted. Each is as wide as its digits need.
 */
export function markerShapes(
  finding: Pick<Finding, 'severity' | 'verdict' | 'accepted'>,
  text: string,
  x: number,
  y: number,
): readonly Shape[] {
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
  const back: Shape = { ...boxAround(x, y, 23, extra, 11.5), fill: 'panel' };
  if (finding.accepted)
    return [
      back,
      { ...boxAround(x, y, 17.4, extra, 8.7), fill: 'panel', stroke: solidOf(finding), strokeWidth: 1.6 },
      number(solidOf(finding)),
    ];
  if (finding.verdict === 'cannot-tell') return undecidedShapes(`${text}?`, x, y);
  switch (finding.severity) {
    case 'error':
      return [back, { ...boxAround(x, y, 19, extra, 9.5), fill: 'error' }, number('on-solid')];
    case 'warning': {
      const wide = extraOf(text, room.angular);
      return [
        { type: 'path', d: trianglePath(x, y, 11.5, wide), fill: 'panel', stroke: 'panel', strokeWidth: 4 },
        {
          type: 'path',
          d: trianglePath(x, y, 10.4, wide),
          fill: 'warning-fill',
          stroke: 'warning-fill',
          strokeWidth: 1.6,
        },
        number('on-warning', 1),
      ];
    }
    case 'note':
      return [
        { ...boxAround(x, y, 22, extra, 7), fill: 'panel' },
        { ...boxAround(x, y, 18, extra, 5), fill: 'note' },
        number('on-solid'),
      ];
  }
}

/** A dotted ring that is as wide as its number and question mark. */
function undecidedShapes(text: string, x: number, y: number): readonly Shape[] {
  const extra = extraOf(text, room.round - 4);
  return [
    { ...boxAround(x, y, 22, extra, 11), fill: 'panel' },
    { ...boxAround(x, y, 19, extra, 9.5), fill: 'panel', stroke: 'line3', strokeWidth: 1.5, dash: '1.6 2.3' },
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

/** How wide the sign of a finding is. */
function widthOfSign({ finding, number }: Numbered): number {
  const { accepted, verdict, severity } = finding;
  if (!accepted && verdict === 'cannot-tell') return side + extraOf(`${number}?`, room.round - 4);
  const isTriangle = !accepted && severity === 'warning';
  return side + extraOf(`${number}`, isTriangle ? room.angular : room.round);
}

/** Markers side by side at the top right corner of a box, the worst nearest to the corner. */
export function markersAt(
  findings: readonly Numbered[],
  { width, role }: Pick<SceneItem, 'width' | 'role'>,
): readonly SceneMarker[] {
  const isBadge = role === 'badge';
  // Beside the words of a badge, and below those of the subnet that it is on.
  const y = isBadge ? 3 : role === 'container' ? -3 : -1;
  const end = width + (isBadge ? 13 : role === 'container' ? 11 : 7);
  // A badge has room for its worst finding only; the list has the others.
  const places = isBadge ? 1 : Math.max(1, Math.min(atMost, Math.floor((width + 7) / (side + gap))));
  const shown = findings.length <= places ? findings : findings.slice(0, Math.max(1, places - 1));
  const hidden = findings.slice(shown.length);
  let right = end;
  const markers = shown.map((one) => {
    const { finding, number } = one;
    const own = widthOfSign(one);
    const x = right - own / 2;
    right -= own + gap;
    return {
      fingerprint: finding.fingerprint,
      text: finding.text,
      number,
      x,
      y,
      shapes: markerShapes(finding, `${number}`, x, y),
    };
  });
  const [next] = hidden;
  if (!next || isBadge) return markers.reverse();
  const text = `+${hidden.length}`;
  const own = Math.max(26, widthOf(text, 'marker') + 10);
  const x = right + 3 - own / 2;
  const more: SceneMarker = {
    fingerprint: next.finding.fingerprint,
    text: next.finding.text,
    number: next.number,
    x,
    y,
    shapes: [
      {
        ...boxAround(x, y, 20, own - 20, 10),
        fill: 'panel',
        stroke: 'line3',
        strokeWidth: 1,
      },
      {
        type: 'text',
        x,
        y: y + 3.8,
        text,
        style: 'marker',
        fill: 't2',
        anchor: 'middle',
      },
    ],
  };
  return [more, ...markers.reverse()];
}
