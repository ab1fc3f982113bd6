import type { Box } from '#model';

/** A line that two things share while one is dragged, in the coordinates of the drawing. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snapped {
  /** What the dragged box is to be moved by. */
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

export const noGuides: readonly Guide[] = [];

const nothing: Snapped = { dx: 0, dy: 0, guides: noGuides };

interface Span {
  readonly start: number;
  readonly size: number;
}

/** The edges and the middle of a stretch. */
const linesOf = ({ start, size }: Span) => [start, start + size / 2, start + size];

/** The least move that brings a line of one stretch onto one of the others; none beyond `reach`. */
function nearest(own: Span, others: readonly Span[], reach: number): number | undefined {
  let best: number | undefined;
  for (const other of others)
    for (const line of linesOf(other))
      for (const mine of linesOf(own)) {
        const move = line - mine;
        if (Math.abs(move) <= reach && (best === undefined || Math.abs(move) < Math.abs(best))) best = move;
      }
  return best;
}

/** What is free between two stretches. */
const between = (a: Span, b: Span): number =>
  Math.max(a.start - b.start - b.size, b.start - a.start - a.size, 0);

/**
 * Brings a dragged box into line with what lies beside it, within `reach`, and shows the lines, each as far as the nearest
 * thing on it.
 */
export function snap(box: Box, others: readonly Box[], reach: number): Snapped {
  if (others.length === 0) return nothing;
  const across = (one: Box) => ({ start: one.x, size: one.width });
  const down = (one: Box) => ({ start: one.y, size: one.height });
  const dx = nearest(across(box), others.map(across), reach);
  const dy = nearest(down(box), others.map(down), reach);
  if (dx === undefined && dy === undefined) return nothing;
  const moved = { ...box, x: box.x + (dx ?? 0), y: box.y + (dy ?? 0) };
  const guides: Guide[] = [];
  const shared = (axis: 'x' | 'y', mine: Span, spanOf: (one: Box) => Span, crossOf: (one: Box) => Span) => {
    const own = crossOf(moved);
    const lines = linesOf(mine).flatMap((at) => {
      const among = others.filter((other) =>
        linesOf(spanOf(other)).some((line) => Math.abs(line - at) < 0.5),
      );
      const [partner] = among.map(crossOf).sort((a, b) => between(a, own) - between(b, own));
      return partner ? [{ at, partner }] : [];
    });
    // Where both edges are in line the middle is, too.
    for (const { at, partner } of lines.length === 3 ? lines.filter((_, nth) => nth !== 1) : lines)
      guides.push({
        axis,
        at,
        from: Math.min(own.start, partner.start),
        to: Math.max(own.start + own.size, partner.start + partner.size),
      });
  };
  if (dx !== undefined) shared('x', across(moved), across, down);
  if (dy !== undefined) shared('y', down(moved), down, across);
  return { dx: dx ?? 0, dy: dy ?? 0, guides };
}
