/** Scripts in the order in which they are tried: a family's first file is the one that its name finds. */
const scripts = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];

/** Font files in the order in which the renderer must get them: Latin before other scripts, text before code. */
export const inFontOrder = (names: readonly string[]): readonly string[] =>
  [...names].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0));

function rankOf(name: string): number {
  const [, family, script = ''] = /^(inter|geist-mono)-(.+?)-\d+-/.exec(name) ?? [];
  const found = scripts.indexOf(script);
  return (found < 0 ? scripts.length : found) * 2 + (family === 'inter' ? 0 : 1);
}
