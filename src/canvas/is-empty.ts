import type { State } from '#store';

/** Whether there is nothing to look at yet but ground to build on. */
export const isEmpty = ({ screen, placing, design: { resources } }: State): boolean =>
  screen === 'workspace' &&
  placing === undefined &&
  resources.every(({ kind }) => kind === 'region' || kind === 'internet');
