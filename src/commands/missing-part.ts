import type { Notice } from '#store';

/** Where code that is fetched on use did not come. */
export const missingPart: Notice = {
  tone: 'error',
  title: 'A part of the page could not be loaded',
  text: 'It comes by itself when the network is back. Where that is not the cause, load the page anew: the design is kept.',
};
