import { type Fonts, fontFileNames } from '#exporters';

const urls = import.meta.glob<string>(
  [
    '/node_modules/@fontsource/inter/files/inter-*-{400,500,600}-normal.woff2',
    '/node_modules/@fontsource/geist-mono/files/geist-mono-latin-500-normal.woff2',
  ],
  { query: '?url&no-inline', import: 'default', eager: true },
);

const urlOf = (name: string): string | undefined =>
  Object.entries(urls).find(([path]) => path.endsWith(`/${name}.woff2`))?.[1];

async function load(): Promise<Fonts> {
  const files = fontFileNames.map(async (name) => {
    const url = urlOf(name);
    const answer = url === undefined ? undefined : await fetch(url).catch(() => undefined);
    if (!answer?.ok) throw new Error('The fonts of the drawing could not be loaded: reload the page.');
    return [name, new Uint8Array(await answer.arrayBuffer())] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

let loaded: Promise<Fonts> | undefined;

/** The font files that pictures carry, from the page's own server; asked for once. */
export const loadFonts = (): Promise<Fonts> => {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
};
