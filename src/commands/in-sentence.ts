/** A title in the middle of a sentence: `Add the file endpoint` begins small, `IP rules` does not. */
export const inSentence = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
