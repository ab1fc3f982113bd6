import type { Finding } from '#rules';
import type { Token } from './palette.ts';
import type { SceneItem, SceneMarker, Shape } from './scene.ts';
import { widthOf } from './text.ts';

/** A finding with its number in the list. */
export interface Numbered {
  readonly finding: Finding;
  readonly number: number;
}

const radius = 10;

/**
 * The sign of a finding around a point: circle, triangle or rounded square by severity, dotted where it could not be
 * decided, a ring where it is accepted.
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
  const back: Shape = { type: 'circle', cx: x, cy: y, r: radius + 1.5, fill: 'panel' };
  if (finding.accepted)
    return [
      back,
      { type: 'circle', cx: x, cy: y, r: 8.7, fill: 'panel', stroke: solidOf(finding), strokeWidth: 1.6 },
      number(solidOf(finding)),
    ];
  if (finding.verdict === 'cannot-tell') return undecidedShapes(`${text}?`, x, y);
  switch (finding.severity) {
    case 'error':
      return [back, { type: 'circle', cx: x, cy: y, r: 9.5, fill: 'error' }, number('on-solid')];
    case 'warning':
      return [
        { type: 'path', d: trianglePath(x, y, 11.5), fill: 'panel', stroke: 'panel', strokeWidth: 4 },
        {
          type: 'path',
          d: trianglePath(x, y, 10.4),
          fill: 'warning-fill',
          stroke: 'warning-fill',
          strokeWidth: 1.6,
        },
        number('on-warning', 1),
      ];
    case 'note':
      return [
        { type: 'rect', x: x - 11, y: y - 11, width: 22, height: 22, radius: 7, fill: 'panel' },
        { type: 'rect', x: x - 9, y: y - 9, width: 18, height: 18, radius: 5, fill: 'note' },
        number('on-solid'),
      ];
  }
}

/** A dotted ring that is as wide as its number and question mark. */
function undecidedShapes(text: string, x: number, y: number): readonly Shape[] {
  const width = Math.max(19, widthOf(text, 'marker') + 9);
  const ring = { type: 'rect', x: x - width / 2, y: y - 9.5, width, height: 19, radius: 9.5 } as const;
  return [
    { ...ring, x: ring.x - 1.5, y: ring.y - 1.5, width: width + 3, height: 22, radius: 11, fill: 'panel' },
    { ...ring, fill: 'panel', stroke: 'line3', strokeWidth: 1.5, dash: '1.6 2.3' },
    { type: 'text', x, y: y + 3.8, text, style: 'marker', fill: 't2', anchor: 'middle' },
  ];
}

const solidOf = ({ severity }: Pick<Finding, 'severity'>): Token => severity;

/** A triangle with soft corners around a point. */
const trianglePath = (x: number, y: number, r: number): string =>
  `M${x - 1.2} ${y - r + 1.6}L${x - r + 0.4} ${y + r - 3.6}Q${x - r} ${y + r - 1.8} ${x - r + 1.8} ${y + r - 1.8}L${x + r - 1.8} ${y + r - 1.8}Q${x + r} ${y + r - 1.8} ${x + r - 0.4} ${y + r - 3.6}L${x + 1.2} ${y - r + 1.6}Q${x} ${y - r} ${x - 1.2} ${y - r + 1.6}z`;

const pitch = 24;
/** More would cover the neighbours: the rest is counted. */
const atMost = 3;

/** Markers side by side at the top right corner of a box, the worst nearest to the corner. */
export function markersAt(
  findings: readonly Numbered[],
  { width, role }: Pick<SceneItem, 'width' | 'role'>,
): readonly SceneMarker[] {
  const isBadge = role === 'badge';
  // Beside the words of a badge, and below those of the subnet that it is on.
  const corner = isBadge ? { x: width + 3, y: 3 } : { x: width - 3, y: role === 'container' ? -3 : -1 };
  // A badge has room for its worst finding only; the list has the others.
  const places = isBadge ? 1 : Math.max(1, Math.min(atMost, Math.floor((width + 7) / pitch)));
  const shown = findings.length <= places ? findings : findings.slice(0, Math.max(1, places - 1));
  const hidden = findings.slice(shown.length);
  const at = (index: number) => ({ x: corner.x - index * pitch, y: corner.y });
  const markers = shown.map(({ finding, number }, index) => {
    const { x, y } = at(index);
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
  const { x, y } = at(shown.length);
  const more: SceneMarker = {
    fingerprint: next.finding.fingerprint,
    text: next.finding.text,
    number: next.number,
    x,
    y,
    shapes: [
      {
        type: 'rect',
        x: x - 13,
        y: y - 10,
        width: 26,
        height: 20,
        radius: 10,
        fill: 'panel',
        stroke: 'line3',
        strokeWidth: 1,
      },
      {
        type: 'text',
        x,
        y: y + 3.8,
        text: `+${hidden.length}`,
        style: 'marker',
        fill: 't2',
        anchor: 'middle',
      },
    ],
  };
  return [more, ...markers.reverse()];
}
