import type { Detail, Level } from './levels.ts';

/** From when on each detail can be read without coming nearer. */
const details: readonly (readonly [from: number, detail: Detail])[] = [
  [0.8, 'full'],
  [0.36, 'names'],
];
/** Words of what is smaller are not made larger for that. */
const smallest = 0.12;

/**
 * What a picture of so much of its full size shows. It stays as large as it is, so its words are no larger than they have
 * to be, and more of them has room than on the canvas, where they stay as large while one comes nearer.
 */
export function levelOfPicture(zoom: number): Level {
  const [from, detail] = details.find(([least]) => zoom >= least) ?? [smallest, 'far' as const];
  return { from, detail, unit: detail === 'full' ? 1 : 1 / Math.max(zoom, smallest) };
}
