import { notFetched } from '#model';
import type { Notice } from '#store';

const reload = { label: 'Reload', run: () => window.location.reload() };

/** The way on where the reason is code that is not to be had: the site may hold a newer version, whose page has its own. */
export const wayOn = (reason: string): Notice['actions'] =>
  reason.endsWith(notFetched) ? [reload] : undefined;

/** Where code that is fetched on use did not come. */
export const missingPart: Notice = {
  tone: 'error',
  title: 'A part of the page could not be loaded',
  text: 'It comes by itself when the network is back. Otherwise reload the page: the design is kept.',
  actions: [reload],
};
