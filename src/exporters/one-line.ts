/** Breaks and control characters end lines, marks of writing direction reorder them: neither belongs in a name. */
const breaking = /[\s\p{Cc}\u2028\u2029]+/gu;
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** One line of plain words. */
export const oneLine = (words: string): string =>
  words.replaceAll(invisible, '').replaceAll(breaking, ' ').trim();
