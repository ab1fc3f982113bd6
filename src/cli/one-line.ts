/** Text for a terminal: what would steer it, and line breaks, are shown and not obeyed. */
export const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, (found) =>
    /^[\r\n\t]+$/.test(found) ? ' ' : '\ufffd',
  );
