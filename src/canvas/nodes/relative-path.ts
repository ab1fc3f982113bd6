/** How many numbers each command of a path takes. */
const counts: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * A path of SVG so many times as large, in commands that count from where they begin: put behind the place where it is to
 * lie, it is drawn there, and many of them are one path.
 */
export function relativePath(d: string, scale: number): string {
  let out = '';
  let [x, y] = [0, 0];
  let start = { x, y };
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const command = letter.toLowerCase();
    const isAbsolute = letter !== command;
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const count = counts[command] ?? 0;
    if (command === 'z') {
      ({ x, y } = start);
      out += 'z';
    }
    for (let at = 0; count > 0 && at < numbers.length; at += count) {
      const own = numbers.slice(at, at + count);
      const isAcross = (place: number) =>
        command === 'v' ? false : command === 'h' || (place + (count % 2)) % 2 === 0;
      // Of an arc only the end is a place.
      const isPlace = (place: number) => command !== 'a' || place >= 5;
      const moved = own.map((value, place) =>
        isAbsolute && isPlace(place) ? value - (isAcross(place) ? x : y) : value,
      );
      const isSize = (place: number) => isPlace(place) || place < 2;
      out += `${command === 'm' && at > 0 ? 'l' : command}${moved.map((value, place) => (isSize(place) ? rounded(value * scale) : value)).join(' ')}`;
      const [last = 0, before = 0] = [moved.at(-1), moved.at(-2)];
      if (command === 'h') x += last;
      else if (command === 'v') y += last;
      else {
        x += before;
        y += last;
      }
      if (command === 'm') start = { x, y };
    }
  }
  return out;
}
