/**
 * What can be read is what is shown. `full`: everything. `names`: names alone, as large as they have to be, in the room of
 * all that stood beside them. `far`: names of containers, and of nodes their icons, so much larger.
 */
export type Detail = 'full' | 'names' | 'far';

/** What is shown from one zoom on, up to that of the level before. */
export interface Level {
  readonly from: number;
  readonly detail: Detail;
  /** A pixel of the screen in those of the drawing, where the level is smallest: what is never to be smaller is so many. */
  readonly unit: number;
}

const level = (from: number, detail: Detail): Level => ({
  from,
  detail,
  unit: detail === 'full' ? 1 : 1 / from,
});

/** So near to each other that nothing is a third larger than it has to be, and so few that a wheel turns through them quickly. */
const levels: readonly Level[] = [
  level(0.68, 'full'),
  level(0.54, 'names'),
  level(0.42, 'names'),
  level(0.33, 'far'),
  level(0.26, 'far'),
  level(0.2, 'far'),
  level(0.16, 'far'),
];

const farthest = level(0.12, 'far');

/** The same object for every zoom of a level. */
export const levelAt = (zoom: number): Level => levels.find(({ from }) => zoom >= from) ?? farthest;
