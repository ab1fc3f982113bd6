import { flatMapped } from '#model';
import { onceForPart } from './memo.ts';
import type { EffectiveSecurityRule, ShadowedRule } from './network.ts';
import { meaningOf, portsOf, type Range, tagHolds } from './tags.ts';

/** Everything, addresses from first to last, or a tag or application security group by its name. */
type End = 'everything' | Range | string;

/** Packets of one protocol from one end to another: what a rule with lists holds is many of them. */
interface Cell {
  readonly protocol: string;
  readonly from: End;
  readonly fromPorts: Range;
  readonly to: End;
  readonly toPorts: Range;
}

/** Above this many cells a rule is not looked into. */
const mostCells = 2000;

/**
 * Rules that can never decide, because earlier ones hold every packet that they hold; in the order of evaluation.
 * Where one earlier rule holds them all, it alone is named. What cannot be told is not listed.
 */
export const shadowedRules = onceForPart(
  (rules: readonly EffectiveSecurityRule[]): readonly ShadowedRule[] => {
    // Azure's own come after all others.
    const written = rules.filter((rule) => !rule.isDefault).map((rule) => ({ rule, cells: cellsOf(rule) }));
    return flatMapped(written, ({ rule, cells: own }, at) => {
      if (own.length === 0) return [];
      const earlier = written.slice(0, at);
      const alone = earlier.find((one) => without(own, one.cells)?.length === 0);
      if (alone) return [{ rule, by: [alone.rule] }];
      const by = together(own, earlier);
      return by ? [{ rule, by }] : [];
    });
  },
);

/** The rules that hold all of it between them, or `undefined` where something is left. */
function together(
  own: readonly Cell[],
  earlier: readonly { readonly rule: EffectiveSecurityRule; readonly cells: readonly Cell[] }[],
): readonly EffectiveSecurityRule[] | undefined {
  const by: EffectiveSecurityRule[] = [];
  let left = own;
  for (const { rule, cells } of earlier) {
    const rest = without(left, cells);
    if (!rest) return undefined;
    if (rest !== left) by.push(rule);
    left = rest;
    if (left.length === 0) return by;
  }
  return undefined;
}

/** What is left of cells; the very same list where nothing was taken, `undefined` where it became too much. */
function without(cells: readonly Cell[], others: readonly Cell[]): readonly Cell[] | undefined {
  let left = cells;
  for (const other of others) {
    if (!left.some((one) => meets(one, other))) continue;
    left = flatMapped(left, (one) => (meets(one, other) ? cut(one, other) : [one]));
    if (left.length > mostCells) return undefined;
  }
  return left;
}

/** Whether one cell takes something away from another that can be told for certain. */
const meets = (one: Cell, other: Cell): boolean =>
  (other.protocol === '*' || other.protocol === one.protocol) &&
  endsMeet(one.from, other.from) &&
  endsMeet(one.to, other.to) &&
  rangesMeet(one.fromPorts, other.fromPorts) &&
  rangesMeet(one.toPorts, other.toPorts);

const rangesMeet = (one: Range, other: Range) => one.first <= other.last && other.first <= one.last;

function endsMeet(one: End, other: End): boolean {
  if (other === 'everything' || one === other) return true;
  if (one === 'everything') return false;
  if (typeof one === 'string') return typeof other === 'string' && tagHolds(other, one);
  return typeof other !== 'string' && rangesMeet(one, other);
}

/** What is left of a cell, side by side, once another is cut out of it. */
function cut(one: Cell, other: Cell): readonly Cell[] {
  const left: Cell[] = [];
  let core = one;
  const trim = (side: 'from' | 'to' | 'fromPorts' | 'toPorts') => {
    const [own, taken] = [core[side], other[side]];
    if (typeof own === 'string' || typeof taken === 'string') return;
    if (own.first < taken.first) left.push({ ...core, [side]: { first: own.first, last: taken.first - 1 } });
    if (own.last > taken.last) left.push({ ...core, [side]: { first: taken.last + 1, last: own.last } });
    const inner = { first: Math.max(own.first, taken.first), last: Math.min(own.last, taken.last) };
    core = { ...core, [side]: inner };
  };
  for (const side of ['from', 'to', 'fromPorts', 'toPorts'] as const) trim(side);
  return left;
}

function cellsOf(rule: EffectiveSecurityRule): readonly Cell[] {
  const protocol = rule.protocol.toLowerCase();
  const cells: Cell[] = [];
  const destinations = rule.destinations.map(endOf);
  const sourceRanges = portRanges(rule.sourcePorts);
  const destinationRanges = portRanges(rule.destinationPorts);
  for (const from of rule.sources.map(endOf))
    for (const to of destinations)
      for (const fromPorts of sourceRanges)
        for (const toPorts of destinationRanges) {
          if (cells.length > mostCells) return [];
          cells.push({ protocol: protocol === 'any' ? '*' : protocol, from, fromPorts, to, toPorts });
        }
  return cells;
}

const portRanges = (texts: readonly string[]): readonly Range[] =>
  flatMapped(texts, (text) => {
    const range = portsOf(text);
    return range ? [{ first: range.first, last: Math.min(range.last, 65_535) }] : [];
  });

/** An IPv6 prefix counts as a name: only itself or everything holds it. */
function endOf(text: string): End {
  const meaning = meaningOf(text);
  if (meaning === 'IPv6') return text.toLowerCase();
  if (meaning === 'everything') return meaning;
  return 'tag' in meaning ? meaning.tag : meaning;
}
