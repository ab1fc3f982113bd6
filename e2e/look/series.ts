import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, test } from '@playwright/test';
import { Stage } from './stage.ts';
import { asked, type Variant } from './variants.ts';

/** A way to a state. */
export type Way = (stage: Stage) => Promise<unknown>;

interface Series {
  /** From a fresh page at the start screen to where the states begin. */
  readonly open?: Way;
  /** Ways by the names of the states that they lead to. */
  readonly states: Readonly<Record<string, Way>>;
  /**
   * Where each state begins: `calm`, at what `open` opened, when all that lay over it is closed; `on`, at the state
   * before; `anew`, at a page of its own.
   */
  readonly from?: 'calm' | 'on' | 'anew';
  readonly options?: BrowserContextOptions;
}

/** A state that takes longer to reach is not reached. */
const limitMs = 120_000;

async function freshStage(browser: Browser, options: BrowserContextOptions | undefined, scheme: Variant) {
  const context = await browser.newContext({ ...options, colorScheme: scheme.colorScheme });
  const stage = new Stage(await context.newPage());
  await stage.start.visit();
  return stage;
}

async function takePictures(stage: Stage, name: string, variants: readonly Variant[]) {
  for (const variant of variants) {
    await stage.page.emulateMedia({ colorScheme: variant.colorScheme });
    await stage.rest();
    await stage.page.screenshot({ path: join(asked.out, variant.name, `${name}.png`), animations: 'allow' });
  }
}

/** As files are named: `adapt form, regions` is `adapt-form-regions`. */
const slug = (words: string) => words.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** Pictures every state of a table that was asked for, in its order, and goes on where one cannot be reached. */
export function series(group: string, { open, states, from = 'calm', options }: Series): void {
  const nameOf = (state: string) => `${group}-${slug(state)}`;
  const isWanted = (state: string) => asked.only.test(nameOf(state));
  const ways = Object.entries(states);
  const last = ways.findLastIndex(([state]) => isWanted(state));
  if (last < 0) return;
  // A group may have several series.
  test(`${group}, from ${ways[0]?.[0]} on`, async ({ browser }, { project }) => {
    const variants: readonly Variant[] = project.metadata.variants;
    const [first] = variants;
    if (!first) return;
    let stage: Stage | undefined;
    for (const [state, way] of ways.slice(0, last + 1)) {
      const isPictured = isWanted(state);
      if (!isPictured && from !== 'on') continue;
      const name = nameOf(state);
      const reach = async () => {
        const isFresh = stage === undefined;
        stage ??= await freshStage(browser, options, first);
        if (isFresh) await open?.(stage);
        else if (from === 'calm') await stage.calm();
        await way(stage);
        if (isPictured) await takePictures(stage, name, variants);
      };
      const isReached = await test.step(name, reach, { timeout: limitMs }).then(
        () => true,
        () => false,
      );
      if (from === 'anew' || (!isReached && from === 'calm')) {
        await stage?.page.context().close();
        stage = undefined;
      }
    }
    await stage?.page.context().close();
  });
}
