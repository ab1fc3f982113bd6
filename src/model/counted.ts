/** `1 error`, `2 errors`: for nouns that only take an s. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
