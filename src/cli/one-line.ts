/** Text for a terminal: what would steer it, and line breaks, are shown and not obeyed. */
export const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, (found) =>
    /^[\r\n\t]+$/.test(found) ? ' ' : '\ufffd',
  );

/** What a person gave, short enough to be repeated in a sentence. */
export const shortened = (text: string, most = 80): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
