/** Prints how long pictures take, beside a screenshot of the page by html-to-image; no test depends on it. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { type ExportInput, loadExporter, writeDesign } from '#exporters';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { pictureRenderer } from '#testing';
import { svgToPng } from '../cli/svg-to-png.ts';
import { estate } from './estate.ts';

const today = '2026-11-23';
const width = 3000;
const runs = 3;

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function measured(task: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await task();
    times.push(performance.now() - start);
  }
  return median(times);
}

const inputOf = (size: number): ExportInput => {
  const design = estate(size);
  return { design, network: deriveNetwork(design), result: check(design, { today }), today };
};

const ms = (time: number): string => `${time.toFixed(0)} ms`;

/** SVG time by the number of resources: its growth is that of the design. */
async function printGrowth(): Promise<void> {
  const exporter = await loadExporter('svg');
  for (const size of [100, 200, 500, 1000]) {
    const input = inputOf(size);
    await measured(() => exporter.export(input));
    const time = await measured(() => exporter.export(input));
    const each = (1000 * time) / input.design.resources.length;
    console.log(`SVG of ${input.design.resources.length} resources: ${ms(time)}, ${each.toFixed(0)} µs each`);
  }
}

async function printTerminal(): Promise<void> {
  const [exporter, renderer] = await Promise.all([loadExporter('svg'), pictureRenderer()]);
  const svg = exporter.export(inputOf(200)).files[0]?.content ?? '';
  const units = Number(/width="([\d.]+)"/.exec(svg)?.[1]);
  const time = await measured(() => svgToPng(svg, width / units, renderer));
  console.log(`Terminal, PNG of 200 resources, ${width} wide: ${ms(time)} for the pixels`);
}

/** From pressing the button to the file, at the smallest scale that is wide enough. */
async function timeOfOwn(page: Page): Promise<{ readonly time: number; readonly across: number }> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.locator('img[data-stale="false"]').waitFor();
  let across = 0;
  for (const scale of [1, 2, 3, 4]) {
    await dialog.getByRole('button', { name: `${scale}×` }).click();
    across = Number(/^(\d+) ×/.exec((await dialog.getByText(/ pixels$/).textContent()) ?? '')?.[1]);
    if (across >= width) break;
  }
  const time = await measured(async () => {
    const saved = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save PNG' }).click();
    await saved;
  });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  return { time, across };
}

interface Screenshots {
  toPng(element: Element, options: Readonly<Record<string, number>>): Promise<string>;
}

/** A picture of the page's canvas, as wide as our own. */
async function timeOfScreenshot(page: Page, across: number): Promise<number> {
  const require = createRequire(import.meta.url);
  const library = dirname(require.resolve('html-to-image'));
  await page.addScriptTag({ path: join(library, '..', 'dist', 'html-to-image.js') });
  return measured(() =>
    page.evaluate(async (canvasWidth) => {
      const canvas = document.querySelector('.react-flow');
      if (!canvas) throw new Error('There is no canvas');
      const { htmlToImage } = window as unknown as { htmlToImage: Screenshots };
      const canvasHeight = Math.round((canvasWidth * canvas.clientHeight) / canvas.clientWidth);
      const url = await htmlToImage.toPng(canvas, { canvasWidth, canvasHeight, pixelRatio: 1 });
      if (url.length < 10_000) throw new Error('The screenshot is empty');
    }, across),
  );
}

async function printBrowser(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'isoplan-'));
  const server = await preview({ preview: { port: 41_811, strictPort: false } });
  const path = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((one) => one && existsSync(one));
  const browser = await chromium.launch({
    ...(path === undefined ? {} : { executablePath: path }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const file = join(folder, 'estate.json');
    await writeFile(file, writeDesign(estate(200)));
    // The library writes styles into the page, which the policy of the page forbids.
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, bypassCSP: true });
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^Open from Azure/ }).click();
    await (await chooser).setFiles(file);
    await page.locator('.react-flow__node').first().waitFor();
    const { time: own, across } = await timeOfOwn(page);
    const screenshot = await timeOfScreenshot(page, across);
    console.log(
      `Page, PNG of 200 resources, ${across} wide: ${ms(own)} from button to file; html-to-image ${ms(screenshot)}, ${(screenshot / own).toFixed(1)} times as long`,
    );
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
}

console.log(`Median of ${runs}.`);
await printGrowth();
await printTerminal();
await printBrowser();
