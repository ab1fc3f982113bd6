/** How well a word fits a text: none where its letters are not there in order. */
function fitOf(word: string, text: string): number | undefined {
  if (text.startsWith(word)) return 100;
  if (text.includes(` ${word}`) || text.includes(`-${word}`)) return 80;
  if (text.includes(word)) return 60;
  const strewn = strewnLetters(word, text);
  return strewn && 30 - gapsOf(strewn);
}

const gapsOf = (places: readonly number[]): number =>
  (places.at(-1) ?? 0) - (places[0] ?? 0) + 1 - places.length;

/** Where the letters of a word stand in a text in their order, from the beginning of a word on and close together. */
function strewnLetters(word: string, text: string): readonly number[] | undefined {
  for (
    let start = text.indexOf(word.charAt(0));
    start !== -1;
    start = text.indexOf(word.charAt(0), start + 1)
  ) {
    if (/[a-z0-9]/.test(text.charAt(start - 1))) continue;
    const places = [start];
    for (const letter of word.slice(1)) places.push(text.indexOf(letter, (places.at(-1) ?? 0) + 1));
    // Letters strewn over a long text are chance.
    if (!places.includes(-1) && gapsOf(places) <= word.length) return places;
  }
  return undefined;
}

/** Places of the letters in a text by which it answers what was typed. */
export function lettersFound(query: string, text: string): ReadonlySet<number> {
  const lower = text.toLowerCase();
  const placesOf = (word: string): readonly number[] => {
    const [at = -1] = [
      ` ${lower}`.indexOf(` ${word}`),
      lower.indexOf(`-${word}`) + 1 || -1,
      lower.indexOf(word),
    ].filter((at) => at !== -1);
    return at === -1 ? (strewnLetters(word, lower) ?? []) : Array.from(word, (_, index) => at + index);
  };
  return new Set(query.toLowerCase().split(/\s+/).filter(Boolean).flatMap(placesOf));
}

/**
 * How well a text answers what was typed, greater being better: every word must be in it, if only by its letters in order;
 * beginnings count most, and of two texts the shorter. `undefined` where it does not answer.
 */
export function fuzzyScore(query: string, text: string): number | undefined {
  const lower = text.toLowerCase();
  let score = -lower.length / 100;
  for (const word of query.toLowerCase().split(/\s+/).filter(Boolean)) {
    const fit = fitOf(word, lower);
    if (fit === undefined) return undefined;
    score += fit;
  }
  return score;
}
