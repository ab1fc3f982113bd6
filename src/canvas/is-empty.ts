import { legalPlaces } from '#commands';
import type { State } from '#store';

/** Whether there is nothing to look at yet but ground to build on, and nothing that is about to be put there. */
export const isEmpty = ({ screen, placing, design }: State): boolean =>
  screen === 'workspace' &&
  design.resources.every(({ kind }) => kind === 'region' || kind === 'internet') &&
  (placing === undefined || legalPlaces(placing, design).length === 0);
