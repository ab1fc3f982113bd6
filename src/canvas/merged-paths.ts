import type { Token } from '#drawing';
import type { Box } from '#model';

/** What the plane and the outline of a shape are painted with. */
export interface Paint {
  readonly fill?: Token | undefined;
  readonly stroke?: Token | undefined;
  readonly strokeWidth?: number | undefined;
  readonly dash?: string | undefined;
  readonly cap?: 'round' | 'butt' | undefined;
}

/** One shape of many, in the coordinates of the drawing. */
export interface Piece {
  /** Lower ones are drawn first. */
  readonly order: number;
  readonly paint: Paint;
  readonly d: string;
}

/** All shapes of one paint that are drawn in the same turn. */
export interface MergedPath {
  readonly key: string;
  readonly paint: Paint;
  readonly d: string;
}

/** Many shapes as few paths, one for each paint and turn: a large drawing has too many to be elements. */
export function mergedPaths(pieces: Iterable<Piece>): readonly MergedPath[] {
  const groups = new Map<
    string,
    { readonly order: number; readonly paint: Paint; readonly parts: string[] }
  >();
  for (const { order, paint, d } of pieces) {
    const key = `${order} ${Object.values(paint).join(' ')}`;
    const group = groups.get(key) ?? { order, paint, parts: [] };
    group.parts.push(d);
    groups.set(key, group);
  }
  return [...groups]
    .sort(([, one], [, other]) => one.order - other.order)
    .map(([key, { paint, parts }]) => ({ key, paint, d: parts.join('') }));
}

/** The outline of a box, begun where SVG begins that of a rectangle, so that its dashes lie as those do. */
export function boxPath({ x, y, width, height }: Box, radius = 0): string {
  const r = Math.min(radius, width / 2, height / 2);
  if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}z`;
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  const [across, down] = [width - 2 * r, height - 2 * r];
  return `M${x + r} ${y}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`;
}

/** A circle around a point. */
export const ringPath = (cx: number, cy: number, r: number): string =>
  `M${cx - r} ${cy}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;

/** How many boxes each item lies in; containers come before what is in them. */
export function depthsOf(
  items: Iterable<{ readonly id: string; readonly parent?: string }>,
): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parent } of items)
    depths.set(id, parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1);
  return depths;
}
