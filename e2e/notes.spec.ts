import { readFile } from 'node:fs/promises';
import { faultsOn } from './axe.ts';
import { expect, test } from './journey.ts';
import { NotesOnCanvas } from './pages/notes-on-canvas.ts';
import { OutlinePanel } from './pages/outline-panel.ts';

test.beforeEach(async ({ start, workspace }) => {
  await start.openArchitecture(/^Hub and spoke with a firewall/);
  await workspace.isChecked();
});

test('a note is written, moved, resized, attached and removed by pointer', async ({ workspace, page }) => {
  test.slow();
  const notes = new NotesOnCanvas(page);
  const passed = await workspace.count('passed').textContent();

  await test.step('write it by the tool bar', async () => {
    await workspace.canvas.getByRole('button', { name: 'Add a note' }).click();
    await notes.write('Agreed with the hub team', '<b>not bold</b> https://example.com/4711');
    await expect(
      notes.note('Agreed with the hub team <b>not bold</b> https://example.com/4711'),
    ).toBeFocused();
    await expect(workspace.undo).toHaveAccessibleName('Undo add note');
    await expect(workspace.canvas.getByRole('link')).toHaveCount(0);
  });

  await test.step('put the empty field where the drawing is pressed', async () => {
    // With the inspector all that it lay over is in sight again.
    await page.keyboard.press('Escape');
    await expect(workspace.inspector).toBeHidden();
    await workspace.canvas.getByRole('button', { name: 'Add a note' }).click();
    const zone = await workspace.restingBox(workspace.item('privatelink.agentsvc.azure-automation.net'));
    const point = { x: zone.x + zone.width / 2, y: zone.y + zone.height + 90 };
    await page.mouse.click(point.x, point.y);
    await expect(notes.field).toBeFocused();
    const field = await notes.field.boundingBox();
    expect(field && Math.abs(field.x + field.width / 2 - point.x)).toBeLessThan(2);
    await page.keyboard.press('Escape');
    await expect(notes.any).toHaveCount(1);
    await expect(workspace.canvas).toBeFocused();
  });

  await test.step('with something selected, too, it goes where the drawing is pressed', async () => {
    const about = workspace.item('privatelink.agentsvc.azure-automation.net');
    await about.click();
    await workspace.canvas.getByRole('button', { name: 'Add a note' }).click();
    await expect(notes.field).toBeFocused();
    const zone = await workspace.restingBox(about);
    const point = { x: zone.x + zone.width + 150, y: zone.y };
    const selected = await workspace.selectedName.inputValue();
    await page.mouse.click(point.x, point.y);
    await expect(notes.field).toBeFocused();
    const field = await notes.field.boundingBox();
    expect(field && Math.abs(field.x + field.width / 2 - point.x)).toBeLessThan(2);
    await expect(workspace.selectedName).toHaveValue(selected);
    await page.keyboard.type('Hub owned');
    await page.keyboard.press('Escape');
    await expect(notes.note('Hub owned')).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(notes.any).toHaveCount(1);
    await page.keyboard.press('Escape');
  });

  await test.step('what is written of a new one is not lost with Escape', async () => {
    await page.keyboard.press('n');
    await page.keyboard.type('Written and left');
    await page.keyboard.press('Escape');
    await expect(notes.note('Written and left')).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(notes.any).toHaveCount(1);
  });

  await test.step('write it anew where it lies', async () => {
    await page.keyboard.press('Shift+Digit1');
    await notes.any.dblclick();
    await notes.write('Agreed');
    await expect(notes.note('Agreed')).toBeFocused();
    await expect(workspace.undo).toHaveAccessibleName('Undo edit note');
  });

  await test.step('let it be with Escape', async () => {
    await notes.any.dblclick();
    await page.keyboard.type('Something else');
    await page.keyboard.press('Escape');
    await expect(notes.note('Agreed')).toBeFocused();
  });

  await test.step('drag it to open ground', async () => {
    const from = await workspace.restingBox(notes.any);
    const card = await workspace.restingBox(workspace.item('log-ml'));
    await page.mouse.move(from.x + 14, from.y + 10);
    await page.mouse.down();
    // The step with which a drag begins moves nothing yet.
    await page.mouse.move(from.x + 14, from.y + 16);
    await page.mouse.move(card.x - 200, card.y + 110, { steps: 8 });
    // Near the edge the view follows a drag: places are told by what stands beside.
    const now = await workspace.restingBox(workspace.item('log-ml'));
    await page.mouse.move(now.x - 200, now.y + 110, { steps: 2 });
    await page.mouse.up();
    await expect(workspace.undo).toHaveAccessibleName('Undo move note');
    const to = await workspace.restingBox(notes.any);
    expect(Math.abs(to.x - now.x + 214)).toBeLessThan(12);
  });

  await test.step('make it wider', async () => {
    const before = await workspace.restingBox(notes.any);
    await page.mouse.move(before.x + before.width, before.y + before.height);
    await page.mouse.down();
    await page.mouse.move(before.x + before.width + 60, before.y + before.height + 30, { steps: 6 });
    await page.mouse.up();
    await expect(workspace.undo).toHaveAccessibleName('Undo resize note');
    const after = await workspace.restingBox(notes.any);
    expect(after.width).toBeGreaterThan(before.width + 40);
  });

  await test.step('attach it by its dot, and it moves with what it is on', async () => {
    const handle = await page.getByTitle('Drag to what it is to be attached to').boundingBox();
    const target = await workspace.restingBox(workspace.item('log-ml'));
    await page.mouse.move((handle?.x ?? 0) + 12, (handle?.y ?? 0) + 12);
    await page.mouse.down();
    await page.mouse.move(target.x + 60, target.y + 20, { steps: 8 });
    await page.mouse.up();
    await expect(notes.note('Agreed', 'log-ml')).toBeVisible();
    await expect(workspace.undo).toHaveAccessibleName('Undo attach note to log-ml');
    const before = await workspace.restingBox(notes.any);
    await workspace.item('log-ml').press('Enter');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await notes.any.boundingBox())?.x).toBeGreaterThan(before.x + 5);
  });

  await test.step('drag another in from the palette', async () => {
    await page.keyboard.press('Shift+Digit1');
    const point = await workspace.restingBox(workspace.item('vnet-hub'));
    await workspace.dragKind('Note', { x: point.x + point.width + 28, y: point.y + 130 });
    await expect(workspace.canvas.getByText('Drop the note here')).toBeVisible();
    await workspace.drop();
    await notes.write('From the palette');
    await expect(notes.note('From the palette')).toBeFocused();
  });

  await test.step('remove it', async () => {
    await page.keyboard.press('Delete');
    await expect(notes.note('From the palette')).toHaveCount(0);
    await expect(workspace.undo).toHaveAccessibleName('Undo remove note');
    // What people write decides nothing.
    await expect(workspace.count('passed')).toHaveText(passed ?? '');
  });
});

test('a note is written, moved, attached and removed by keyboard alone', async ({ workspace, page }) => {
  test.slow();
  const notes = new NotesOnCanvas(page);
  const outline = new OutlinePanel(page);

  await test.step('write it on a resource', async () => {
    await workspace.item('vnet-hub').press('Enter');
    await page.keyboard.press('n');
    await expect(notes.field).toHaveAccessibleName('New note on vnet-hub');
    await notes.write('Why here', 'The only way out');
    await expect(notes.note('Why here The only way out', 'vnet-hub')).toBeFocused();
  });

  await test.step('move it with the arrows, and write it with Enter and F2', async () => {
    const before = await workspace.restingBox(notes.any);
    await page.keyboard.press('Shift+ArrowDown');
    await expect(workspace.undo).toHaveAccessibleName('Undo move note');
    await expect.poll(async () => (await notes.any.boundingBox())?.y).toBeGreaterThan(before.y + 5);
    await page.keyboard.press('Enter');
    await notes.write('Because');
    await page.keyboard.press('F2');
    await expect(notes.field).toHaveValue('Because');
    await page.keyboard.press('Escape');
    await expect(notes.note('Because', 'vnet-hub')).toBeFocused();
  });

  await test.step('find it in the outline, and write it in the inspector', async () => {
    await outline.open();
    await expect(outline.row('Because')).toBeFocused();
    await expect(outline.row('Because')).toHaveAccessibleName('Because, Note');
    await page.keyboard.press('Enter');
    const text = workspace.inspector.getByRole('textbox', { name: 'Text of the note' });
    await expect(text).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Agreed');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(notes.note('Agreed', 'vnet-hub')).toBeVisible();
  });

  await test.step('change its tone, attach it elsewhere and let it go by its menu', async () => {
    await outline.open();
    await outline.goTo('Agreed');
    await outline.choose('Tone', 'Security');
    await expect(workspace.undo).toHaveAccessibleName('Undo change the tone of a note');
    await outline.choose('Attach to', 'vnet-ml');
    await expect(notes.note('Agreed', 'vnet-ml')).toBeVisible();
    await outline.choose('Detach from vnet-ml');
    await expect(notes.note('Agreed')).toBeVisible();
    await expect(outline.row('Agreed')).toBeFocused();
  });

  await test.step('add one in the outline, and remove both', async () => {
    await outline.goTo('vnet-ml');
    await outline.choose('Add a note');
    await expect(workspace.inspector.getByRole('textbox', { name: 'Text of the note' })).toBeFocused();
    await page.keyboard.type('By hand');
    await page.keyboard.press('ControlOrMeta+Enter');
    await outline.open();
    await expect(outline.row('By hand')).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(notes.note('By hand', 'vnet-ml')).toHaveCount(0);
    await outline.goTo('Agreed');
    await page.keyboard.press('Delete');
    await expect(notes.any).toHaveCount(0);
  });

  await test.step('take everything back', async () => {
    while (await workspace.undo.isEnabled()) await page.keyboard.press('ControlOrMeta+z');
    await expect(notes.any).toHaveCount(0);
    await expect(workspace.item('vnet-hub')).toBeVisible();
  });
});

test('a note is saved with the design and opened again', async ({ workspace, page }) => {
  const notes = new NotesOnCanvas(page);
  await workspace.canvas.getByRole('button', { name: 'Add a note' }).click();
  await notes.write('Kept');
  const started = page.waitForEvent('download');
  await page.keyboard.press('ControlOrMeta+s');
  const saved = await readFile(await (await started).path());
  expect(JSON.parse(saved.toString()) as object).toMatchObject({ notes: [{ text: 'Kept' }] });
  await notes.any.press('Delete');
  await workspace.openFile({ name: 'again.isoplan.json', content: saved });
  await expect(notes.note('Kept')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    test('axe finds nothing with notes of every tone, in the inspector and while one is written', async ({
      workspace,
      page,
    }) => {
      test.slow();
      const notes = new NotesOnCanvas(page);
      for (const tone of ['Neutral', 'Network', 'Security', 'DNS', 'People and sites']) {
        await workspace.canvas.getByRole('button', { name: 'Add a note' }).click();
        await notes.write(`About ${tone}`);
        await workspace.inspector.getByRole('radio', { name: tone }).check();
        await page.keyboard.press('Escape');
        await expect(workspace.inspector).toBeHidden();
      }
      await notes.note('About DNS').press('Enter');
      await expect(workspace.inspector).toBeVisible();
      expect(await faultsOn(page)).toEqual([]);
      await page.keyboard.press('F2');
      await expect(notes.field).toBeFocused();
      expect(await faultsOn(page)).toEqual([]);
    });
  });
