import { fixture } from './fixture-path.ts';
import { expect, test } from './journey.ts';
import { ExportDialog } from './pages/export-dialog.ts';

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

  const png = await dialog.save('png');
  expect(png.name).toMatch(/\.png$/);
  expect([...png.content.subarray(0, pngSignature.length)]).toEqual(pngSignature);
  expect(png.content.readUInt32BE(widthOffset)).toBeGreaterThan(1000);
  expect(png.content.readUInt32BE(widthOffset + 4)).toBeGreaterThan(600);

  const svg = (await dialog.save('svg')).content.toString();
  expect(svg).toMatch(/^(?:<\?xml[^>]*>\s*)?<svg /);
  for (const name of ['vnet-claims', 'snet-training', 'stclaimsml', 'mlw-claims', '10.40.1.0/24'])
    expect(svg).toContain(name);
  expect(svg).not.toMatch(/<script|<foreignObject|href="http/i);

  const markdown = (await dialog.save('markdown')).content.toString();
  expect(markdown).toMatch(/^# /);
  expect(markdown.match(/^## .+$/gm)?.length ?? 0).toBeGreaterThan(4);
  expect(markdown).toContain('stclaimsml');

  const json = await dialog.save('json');
  await dialog.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog.dialog).toBeHidden();
  const before = JSON.parse(json.content.toString());
  expect(before.resources.length).toBeGreaterThan(20);

  await workspace.openFile({ name: json.name, content: json.content.toString() });
  await workspace.isChecked();
  await dialog.open();
  const again = await dialog.save('json');
  expect(again.content.equals(json.content), 'the same bytes').toBe(true);
});
