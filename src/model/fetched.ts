/** What is said where code that is fetched on use did not come: the fetching itself says what helps nobody. */
export const notFetched =
  'A part of Isoplan could not be loaded. Reload the page, or try again when the network is back: the design is kept.';

/** Code that is fetched on use; where it does not come the reason is in words for people. */
export const fetched = <T>(code: Promise<T>): Promise<T> =>
  code.catch(() => {
    throw new Error(notFetched);
  });
