import { flatMapped } from '#model';
/**
 * Patterns of an organisation's own rules: `*` any run of characters, `?` one, `#` a digit, `{a,b}` one of several.
 * No regular expressions: a match takes at most the product of both lengths, whatever a file holds.
 */
export type PatternMatch = (text: string) => boolean;

/** Ways to choose among alternatives beyond which a pattern is refused. */
const mostWays = 256;

/** The texts that a pattern without braces stands for, or `undefined` where there are too many or the braces do not fit. */
export function waysOf(pattern: string): readonly string[] | undefined {
  let ways: readonly string[] = [''];
  let rest = pattern;
  while (rest !== '') {
    const open = rest.indexOf('{');
    const plain = open < 0 ? rest : rest.slice(0, open);
    if (plain.includes('}')) return undefined;
    ways = ways.map((way) => way + plain);
    if (open < 0) return ways;
    const close = rest.indexOf('}', open);
    const inside = rest.slice(open + 1, close);
    if (close < 0 || inside.includes('{')) return undefined;
    const choices = inside.split(',');
    if (ways.length * choices.length > mostWays) return undefined;
    ways = flatMapped(ways, (way) => choices.map((choice) => way + choice));
    rest = rest.slice(close + 1);
  }
  return ways;
}

const isDigit = (letter: string | undefined) => letter !== undefined && letter >= '0' && letter <= '9';

/** Goes back to the last star alone: what lies before it matched at its earliest, which leaves the most to the rest. */
function matchesWay(way: string, text: string): boolean {
  let [at, letter] = [0, 0];
  let [star, taken] = [-1, 0];
  while (letter < text.length) {
    const wanted = way[at];
    if (wanted === '*') {
      star = at;
      taken = letter;
      at += 1;
    } else if (wanted === '?' || (wanted === '#' ? isDigit(text[letter]) : wanted === text[letter])) {
      at += 1;
      letter += 1;
    } else if (star >= 0) {
      taken += 1;
      letter = taken;
      at = star + 1;
    } else return false;
  }
  while (way[at] === '*') at += 1;
  return at === way.length;
}

/** Whether a text matches one of the patterns as a whole, with regard to case. */
export function matcherOf(patterns: readonly string[]): PatternMatch {
  const ways = flatMapped(patterns, (pattern) => waysOf(pattern) ?? [pattern]);
  return (text) => ways.some((way) => matchesWay(way, text));
}
