/** Prints what the canvas costs in a browser, beside a bare React Flow with the same boxes and edges. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type FileChooser, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { handTool } from '#commands';
import { drawScene, type Scene } from '#drawing';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { estate } from './estate.ts';
import { medianOf, table } from './timing.ts';

const today = '2026-11-23';
const [turns = '5', ...wanted] = process.argv.slice(2);
const runs = Number(turns);
const sizes = wanted.length > 0 ? wanted.map(Number) : [200, 625, 1000];
const moves = 40;
const app = 'dist/app';
const bare = join('node_modules', '.cache', 'bare');
/** A node that both have, in a subnet. */
const dragged = 'instance-0';

interface Figures {
  readonly open: number;
  readonly drag: number;
  readonly pan: number;
}

const serve = async (outDir: string, port: number) => {
  const server = await preview({
    configFile: false,
    logLevel: 'silent',
    build: { outDir },
    preview: { port },
  });
  return { address: `http://localhost:${port}/`, close: () => server.close() };
};

function bareOf({ items, edges }: Scene) {
  const drawn = items.filter(({ role }) => role === 'node' || role === 'container');
  const byId = new Map(drawn.map((item) => [item.id, item]));
  const nodes = drawn.map(({ id, parent, x, y, width, height, label }) => {
    const around = parent === undefined ? undefined : byId.get(parent);
    return {
      id,
      type: 'bare',
      data: { text: label },
      position: { x: x - (around?.x ?? 0), y: y - (around?.y ?? 0) },
      width,
      height,
      ...(around ? { parentId: around.id } : {}),
    };
  });
  const known = edges.filter(({ from, to }) => byId.has(from) && byId.has(to));
  return { nodes, edges: known.map(({ id, from, to }) => ({ id, source: from, target: to })) };
}

/** What only ours has. */
interface OwnFigures extends Figures {
  /** After a fix, which is tried before it is made. */
  readonly fixed: Wait;
  /** After an edit: that which takes the fix back. */
  readonly undone: Wait;
}

/** Milliseconds of script that some steps of the pointer take, for each of them. */
async function scriptPerMove(page: Page, from: { x: number; y: number }): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const script = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y + 6, { steps: 3 });
  const before = await script();
  for (let step = 0; step < moves; step += 1)
    await page.mouse.move(from.x + 6 + (step % 20), from.y + 6 + (step % 10));
  const after = await script();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return (after - before) / moves;
}

async function middleOf(page: Page, id: string) {
  const box = await page.locator(`.react-flow__node[data-id="${id}"]`).boundingBox();
  if (!box) throw new Error(`There is no ${id}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Until so many nodes are there and two frames have been painted after it. */
async function untilShown(page: Page, count: number): Promise<number> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('.react-flow__node').length >= wanted,
    count,
    { polling: 'raf' },
  );
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
      }),
  );
}

/** How long findings take to be on screen. */
interface Wait {
  readonly ms: number;
  /** Frames of the page until then, the one that shows them included. */
  readonly frames: number;
}

/** From a press of a button to the end of the frame that shows what it changed in the list of findings. */
const waitForFindings = (page: Page, button: string): Promise<Wait> =>
  page.evaluate(
    (wanted) =>
      new Promise<Wait>((resolve, reject) => {
        const list = document.querySelector('[data-region="below"]');
        const pressed = [...document.querySelectorAll('button')].find(
          ({ textContent, ariaLabel }) => textContent === wanted || ariaLabel?.startsWith(`${wanted} `),
        );
        if (!list || !pressed) return reject(new Error(`There is no ${wanted}`));
        const start = performance.now();
        const clock = {
          frames: 0,
          tick() {
            clock.frames += 1;
            requestAnimationFrame(clock.tick);
          },
        };
        requestAnimationFrame(clock.tick);
        const seen = new MutationObserver(() => {
          seen.disconnect();
          requestAnimationFrame(() => {
            const shown = clock.frames;
            // Before any timer: what is drawn after the frame is not part of it.
            void scheduler.postTask(() => resolve({ ms: performance.now() - start, frames: shown }), {
              priority: 'user-blocking',
            });
          });
        });
        seen.observe(list, { childList: true, characterData: true, subtree: true });
        pressed.click();
      }),
    button,
  );

/** Milliseconds from the moment at which a quick hand is over a button to its press. */
const reachMs = 150;

/** A hand is over a button before it presses it; where it is not in view it is brought there. */
async function hoverFor(page: Page, name: string): Promise<void> {
  const button = page.locator(`button:text-is("${name}"), button[aria-label^="${name} "]`).first();
  await button.hover();
  await page.waitForTimeout(reachMs);
}

/** A page that has all that it loads ahead. */
async function rests(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(2500);
}

async function measureBare(browser: Browser, address: string, scene: Scene): Promise<Figures> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  const content = bareOf(scene);
  await page.addInitScript((value) => Object.assign(window, { bare: value }), content);
  await page.goto(address);
  await rests(page);
  const start = await page.evaluate(() => {
    const now = performance.now();
    (window as unknown as { openBare: () => void }).openBare();
    return now;
  });
  const open = (await untilShown(page, content.nodes.length)) - start;
  const drag = await scriptPerMove(page, await middleOf(page, dragged));
  const pan = await scriptPerMove(page, { x: 20, y: 980 });
  await page.close();
  return { open, drag, pan };
}

const fileOf = (design: Design) => ({
  name: 'estate.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(design)),
});

/** When the page has the file, in milliseconds of its clock: handing it over is the test driver's time. */
const whenChosen = (chooser: FileChooser): Promise<number> =>
  chooser
    .element()
    .evaluate(
      (input) =>
        new Promise<number>((resolve) =>
          input.addEventListener('change', () => resolve(performance.now()), { capture: true, once: true }),
        ),
    );

async function measureOurs(
  browser: Browser,
  address: string,
  design: Design,
  scene: Scene,
): Promise<OwnFigures> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, reducedMotion: 'reduce' });
  await page.goto(address);
  await rests(page);
  const opened = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Open from Azure/ }).click();
  const chooser = await opened;
  const chosen = whenChosen(chooser);
  await chooser.setFiles(fileOf(design));
  const start = await chosen;
  const count = scene.items.filter(({ role }) => role === 'node' || role === 'container').length;
  const open = (await untilShown(page, count)) - start;
  await page.getByText(/^checked in/).waitFor();
  // The first rows of a long list are there before the others.
  await page.locator('[data-region="below"]').getByText('Fix', { exact: true }).first().waitFor();
  await page.waitForTimeout(500);
  await hoverFor(page, 'Fix');
  const fixed = await waitForFindings(page, 'Fix');
  await page.waitForTimeout(1000);
  await hoverFor(page, 'Undo');
  const undone = await waitForFindings(page, 'Undo');
  await page.waitForTimeout(1500);
  const drag = await scriptPerMove(page, await middleOf(page, dragged));
  await page.getByRole('button', { name: handTool.title }).click();
  const ground = await page.locator('.react-flow__pane').boundingBox();
  const pan = await scriptPerMove(page, { x: (ground?.x ?? 0) + 190, y: (ground?.y ?? 0) + 4 });
  await page.close();
  return { open, drag, pan, fixed, undone };
}

/** Scripts that a page fetches from when it is asked for until a design that is opened at once can be edited. */
async function scriptsUntilEditable(browser: Browser, address: string, design: Design): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, reducedMotion: 'reduce' });
  const scripts = new Set<string>();
  page.context().on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('.js')) scripts.add(new URL(request.url()).pathname);
  });
  await page.goto(address);
  const opened = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Open from Azure/ }).click();
  await (await opened).setFiles(fileOf(design));
  await page.locator('.react-flow__node').first().waitFor();
  await page.getByText(/^checked in/).waitFor();
  await page.close();
  return [...scripts];
}

const weightOf = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(app, path))).length, 0) / 1024;

const median = (figures: readonly number[]) => medianOf([...figures].sort((a, b) => a - b));

function rowOf(size: number, what: string, ours: readonly number[], others: readonly number[]) {
  const [own, other] = [median(ours), median(others)];
  return [String(size), what, own.toFixed(2), other.toFixed(2), (own / other).toFixed(2)];
}

async function benchCanvas(): Promise<void> {
  // A page that was built earlier would give the figures of another commit.
  await build({ logLevel: 'warn' });
  await build({
    configFile: false,
    root: 'src/workbench/bare',
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: join(process.cwd(), bare), emptyOutDir: true },
  });
  const [own, other] = [await serve(app, 41_781), await serve(bare, 41_782)];
  const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
    (path) => path !== undefined && existsSync(path),
  );
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  console.log(
    `Script per step of the pointer, and time to open, in milliseconds: medians of ${runs} runs in turn.`,
  );
  const weight = weightOf(await scriptsUntilEditable(browser, own.address, estate(200)));
  console.log(`JavaScript until 200 resources can be edited: ${weight.toFixed(0)} KB gzip.`);
  for (const size of sizes) {
    const design = estate(size);
    const scene = drawScene({ design, network: deriveNetwork(design), result: check(design, { today }) });
    const ours: OwnFigures[] = [];
    const bares: Figures[] = [];
    for (let run = 0; run < runs; run += 1) {
      ours.push(await measureOurs(browser, own.address, design, scene));
      bares.push(await measureBare(browser, other.address, scene));
    }
    const rows = (['drag', 'pan', 'open'] as const).map((what) =>
      rowOf(
        size,
        what,
        ours.map((one) => one[what]),
        bares.map((one) => one[what]),
      ),
    );
    for (const [what, key] of [
      ['a fix', 'fixed'],
      ['an edit', 'undone'],
    ] as const)
      console.log(
        `From ${what} to painted findings: ${median(ours.map((one) => one[key].ms)).toFixed(0)} ms, ${median(ours.map((one) => one[key].frames))} frames.`,
      );
    console.log(table(['resources', 'what', 'ours', 'bare', 'ratio'], rows));
  }
  await browser.close();
  await Promise.all([own.close(), other.close()]);
}

await benchCanvas();
