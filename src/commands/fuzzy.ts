/** How well a word fits a text: none where its letters are not there in order. */
function fitOf(word: string, text: string): number | undefined {
  if (text.startsWith(word)) return 100;
  if (text.includes(` ${word}`) || text.includes(`-${word}`)) return 80;
  if (text.includes(word)) return 60;
  let at = -1;
  let gaps = 0;
  for (const letter of word) {
    const next = text.indexOf(letter, at + 1);
    if (next === -1) return undefined;
    if (at >= 0) gaps += next - at - 1;
    at = next;
  }
  // Letters strewn over a long text are chance.
  return gaps > word.length ? undefined : 30 - gaps;
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
