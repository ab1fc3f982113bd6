import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';
import { ExportDialog } from './pages/export-dialog.ts';
import { tooSmallFile } from './too-small.ts';

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Of the width in a PNG's header; the height follows. */
const widthOffset = 16;

test('a design leaves as picture, drawing, checklist and file, and the file opens again as it was', async ({
  start,
  workspace,
  page,
}) => {
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  const dialog = new ExportDialog(page);
  await dialog.open();

  const png = await dialog.save('PNG');
  expect(png.name).toMatch(/\.png$/);
  expect([...png.content.subarray(0, pngSignature.length)]).toEqual(pngSignature);
  expect(png.content.readUInt32BE(widthOffset)).toBeGreaterThan(1000);
  expect(png.content.readUInt32BE(widthOffset + 4)).toBeGreaterThan(600);

  const svg = (await dialog.save('SVG')).content.toString();
  expect(svg).toMatch(/^(?:<\?xml[^>]*>\s*)?<svg /);
  for (const name of ['vnet-claims', 'snet-training', 'stclaimsml', 'mlw-claims', '10.40.1.0/24'])
    expect(svg).toContain(name);
  expect(svg).not.toMatch(/<script|<foreignObject|href="http/i);

  const markdown = (await dialog.save('Markdown checklist')).content.toString();
  expect(markdown).toMatch(/^# /);
  expect(markdown.match(/^## .+$/gm)?.length ?? 0).toBeGreaterThan(4);
  expect(markdown).toContain('stclaimsml');

  const json = await dialog.save('Isoplan design');
  await dialog.close();
  const before = JSON.parse(json.content.toString());
  expect(before.resources.length).toBeGreaterThan(20);

  await workspace.openFile(json);
  await workspace.isChecked();
  await dialog.open();
  const again = await dialog.save('Isoplan design');
  expect(again.content.equals(json.content), 'the same bytes').toBe(true);
});

/** Runs the built terminal program on one file in a folder of its own; the file it writes. */
async function exportInTerminal(input: Buffer, ...options: readonly string[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'isoplan-'));
  const [given, made] = [join(folder, 'given'), join(folder, 'made')];
  try {
    await writeFile(given, input);
    const program = join(import.meta.dirname, '..', 'dist', 'cli', 'isoplan.js');
    await promisify(execFile)(process.execPath, [program, 'export', given, '-o', made, ...options]);
    return await readFile(made);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('the tab and the terminal draw the same bytes, and pictures open again as the design', async ({
  start,
  workspace,
  page,
}) => {
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  const dialog = new ExportDialog(page);
  await dialog.open();
  const json = await dialog.save('Isoplan design');
  const svg = await dialog.save('SVG');
  const day = await page.evaluate(() => new Date().toLocaleDateString('sv'));
  const drawn = await exportInTerminal(json.content, '--to', 'svg', '--date', day);
  expect(drawn.equals(svg.content), 'the same drawing').toBe(true);

  for (const picture of [svg, await dialog.save('PNG')]) {
    const again = await exportInTerminal(picture.content, '--to', 'json');
    expect(again.equals(json.content), `the design inside ${picture.name}`).toBe(true);
    await dialog.close();
    await workspace.openFile(picture);
    await workspace.isChecked();
    await dialog.open();
    const opened = await dialog.save('Isoplan design');
    expect(opened.content.equals(json.content), `${picture.name}, opened in the page`).toBe(true);
  }
});

test('the preview shows what is chosen, and Copy puts it on the clipboard', async ({
  start,
  workspace,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  const dialog = new ExportDialog(page);
  await dialog.open();
  await dialog.isDrawn();
  const whole = await dialog.preview.getAttribute('src');
  await dialog.choose('Colours', 'Dark');
  await dialog.choose('Background', 'Transparent');
  await dialog.isDrawn();
  expect(await dialog.preview.getAttribute('src')).not.toBe(whole);
  await dialog.dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.dialog.getByText('Copied', { exact: true })).toBeVisible();
  const types = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap((item) => item.types),
  );
  expect(types).toContain('image/png');
});

test('a long export says how far it is and can be cancelled', async ({ start, workspace, page }) => {
  test.slow();
  // Of fewer networks the picture is done on a fast machine before a hand is at the button.
  await start.open(tooSmallFile(80));
  await workspace.isChecked();
  const dialog = new ExportDialog(page);
  await dialog.open();
  await dialog.isDrawn();
  await dialog.choose('Size', '4×');
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await dialog.dialog.getByRole('button', { name: 'Save PNG' }).click();
  const cancel = dialog.dialog.getByRole('button', { name: 'Cancel' });
  await expect(dialog.dialog.getByRole('progressbar')).toBeVisible();
  await cancel.press('Enter');
  await expect(dialog.dialog.getByText('Cancelled')).toBeVisible();
  expect(downloads).toBe(0);
});

test('a document that was saved leaves the others where they are, and one with nothing to say is off', async ({
  start,
  workspace,
  page,
}) => {
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  const dialog = new ExportDialog(page);
  await dialog.open();
  await dialog.save('Markdown checklist');
  const rows = dialog.dialog.getByRole('group').getByRole('button', { name: 'Save' });
  const place = () => rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().y));
  const before = await place();
  await dialog.save('SARIF');
  await expect(dialog.dialog.getByRole('region', { name: 'SARIF' })).toContainText('Without');
  expect(await place(), 'every pointer still rests on what it was over').toEqual(before);
  const resolver = dialog.dialog.getByRole('group', { name: 'Rules for DNS Private Resolver' });
  await expect(resolver).toContainText('The design has neither a ruleset nor an inbound endpoint');
  await expect(resolver.getByRole('button', { name: 'Save' })).toBeDisabled();
});

test('printing gives the drawing with its findings in place of the page', async ({
  start,
  workspace,
  page,
}) => {
  // A dialog of the browser's own, which nobody would answer.
  await page.addInitScript(() => Object.assign(window, { print: () => undefined }));
  await page.reload();
  await start.open(fixture('claims-export.json'));
  await workspace.isChecked();
  await page.keyboard.press('ControlOrMeta+p');
  const sheet = page.getByAltText('The design and its findings');
  await expect(sheet).toHaveCount(1);
  await expect(sheet).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(sheet).toBeVisible();
  await expect(workspace.canvas).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
});
