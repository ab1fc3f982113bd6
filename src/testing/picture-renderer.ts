import { readFile } from 'node:fs/promises';
import { fontFileNames } from '#exporters';

const packages = new URL('../../node_modules/', import.meta.url);

/** What lies beside the built program, from the packages it is taken from. */
export async function pictureRenderer() {
  const fonts = await Promise.all(
    fontFileNames.map(async (name) => {
      const family = name.startsWith('inter') ? 'inter' : 'geist-mono';
      return [name, await readFile(new URL(`@fontsource/${family}/files/${name}.woff2`, packages))] as const;
    }),
  );
  return {
    wasm: await readFile(new URL('@resvg/resvg-wasm/index_bg.wasm', packages)),
    fonts: Object.fromEntries(fonts),
  };
}
