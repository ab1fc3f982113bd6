import type { Shape } from '#drawing';
import { dateInWords } from './date-in-words.ts';
import { line } from './sheet-text.ts';

export interface TitleFacts {
  readonly today: string;
  /** Hexadecimal. */
  readonly hash: string;
  readonly ruleCount: number;
  readonly factsRead: string;
  /** How many there are. */
  readonly sheets: number;
}

export const titleBlockHeight = 144;

/** The first 16 digits, in groups of four. */
export const groupedHash = (hash: string): string => (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');

/** The title block at the foot of the right column: what, when, by which rules, and who signs. */
export function titleBlockShapes(x: number, y: number, width: number, facts: TitleFacts): readonly Shape[] {
  const half = Math.round(width / 2);
  const third = Math.round(width / 3);
  const stroke = (d: string): Shape => ({ type: 'path', d, stroke: 'ink', strokeWidth: 1.4 });
  const thin = (d: string): Shape => ({ type: 'path', d, stroke: 'line2', strokeWidth: 1 });
  const cell = (
    left: number,
    top: number,
    title: string,
    value: string,
    isMono = false,
  ): readonly Shape[] => [
    line(x + left + 12, y + top + 16, title, 'fact', 't2'),
    ...(value === '' ? [] : [line(x + left + 12, y + top + 34, value, isMono ? 'address' : 'section')]),
  ];
  return [
    stroke(`M${x} ${y}H${x + width}`),
    thin(`M${x} ${y + 48}H${x + width}M${x} ${y + 96}H${x + width}`),
    thin(
      `M${x + half} ${y}V${y + 96}M${x + third} ${y + 96}V${y + titleBlockHeight}M${x + 2 * third} ${y + 96}V${y + titleBlockHeight}`,
    ),
    line(x + 12, y + 16, 'Drawn with', 'fact', 't2'),
    ...logoShapes(x + 12, y + 22),
    line(x + 34, y + 35, 'Isoplan', 'section'),
    ...cell(half, 0, 'Date', dateInWords(facts.today)),
    ...cell(0, 48, 'Design hash, first 16 digits', groupedHash(facts.hash), true),
    ...cell(
      half,
      48,
      'Rules and facts read',
      `${facts.ruleCount} rules, ${dateInWords(facts.factsRead, 'short')}`,
    ),
    ...cell(0, 96, 'Prepared by', ''),
    ...cell(third, 96, 'Reviewed by', ''),
    ...cell(2 * third, 96, 'Sheet', `1 of ${facts.sheets}`),
  ];
}

/** A network with something safe inside it, and the one point that looks out. */
const logoShapes = (x: number, y: number): readonly Shape[] => [
  {
    type: 'path',
    d: `M${x + 10} ${y + 2}H${x + 6}a4 4 0 0 0 -4 4v6a4 4 0 0 0 4 4h6a4 4 0 0 0 4 -4v-4`,
    stroke: 'ink',
    strokeWidth: 1.9,
    cap: 'round',
  },
  { type: 'rect', x: x + 6.4, y: y + 6.4, width: 5.2, height: 5.2, radius: 1.5, fill: 'ink' },
  { type: 'circle', cx: x + 14.6, cy: y + 3.4, r: 1.9, fill: 'you' },
];
