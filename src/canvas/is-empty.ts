import { legalPlaces } from '#commands';
import { isGround } from '#model';
import type { State } from '#store';

/** Whether there is nothing to look at yet but ground to build on, and nothing that is about to be put there. */
export const isEmpty = ({ screen, placing, design }: State): boolean =>
  screen === 'workspace' &&
  design.resources.every(({ kind }) => isGround(kind)) &&
  (placing === undefined || legalPlaces(placing, design).length === 0);
