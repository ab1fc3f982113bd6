import { flatMapped } from '#model';
/** The first and the last port of each range: a rule that holds one of them alone does not let the range pass. */
export const portEndsOf = (ranges: readonly string[]): readonly number[] => [
  ...new Set(flatMapped(ranges, (range) => range.split('-').map(Number))),
];
