import type { Rolldown } from 'vite';

/** What a library says, and what stands there instead in the page. */
export type Replacement = readonly [RegExp, string];

/** An upgrade of the library in which nothing is said so must not pass in silence. */
export function replaced(
  code: string,
  replacements: readonly Replacement[],
  build: Pick<Rolldown.PluginContext, 'error'>,
): string {
  return replacements.reduce((text, [part, instead]) => {
    if (!part.test(text)) build.error(`Nothing says ${part} any more`);
    return text.replace(part, instead);
  }, code);
}
