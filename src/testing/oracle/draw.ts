import fc from 'fast-check';

/** Draws from an arbitrary, within a function that builds one case. */
export type Draw = fc.GeneratorValue;

/** Cases that a function builds by drawing. */
export const draws = <T>(build: (g: Draw) => T): fc.Arbitrary<T> =>
  // Without bias to the ends of ranges, which would make most cases alike.
  fc.noBias(fc.gen()).map(build);

/** One of a list. */
export function one<const T>(g: Draw, items: readonly T[]): T {
  const item = items[g(fc.integer, { min: 0, max: items.length - 1 })];
  if (item === undefined) throw new Error('Nothing to choose from');
  return item;
}

/** One to so many of a list, each once. */
export const some = <const T>(g: Draw, items: readonly T[], most: number): readonly T[] => [
  ...new Set(Array.from({ length: g(fc.integer, { min: 1, max: most }) }, () => one(g, items))),
];

/** True with a probability of 0 to 1, in hundredths. */
export const maybe = (g: Draw, probability: number): boolean =>
  g(fc.integer, { min: 0, max: 99 }) < probability * 100;
