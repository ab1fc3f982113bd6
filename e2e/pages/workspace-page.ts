import { expect, type Locator, type Page } from '@playwright/test';
import { type ChosenFile, chooseFiles } from './start-page.ts';

/** The design on screen with everything around it. */
export class WorkspacePage {
  readonly page: Page;
  readonly canvas: Locator;
  readonly findings: Locator;
  readonly inspector: Locator;
  readonly palette: Locator;
  readonly outline: Locator;
  readonly notice: Locator;
  readonly fault: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  /** Opens the goals; its name says which are stated. */
  readonly goals: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = page.getByRole('main', { name: 'Canvas' });
    this.findings = page.getByRole('region', { name: 'Findings' });
    this.inspector = page.getByRole('complementary', { name: 'Inspector' });
    this.palette = page.getByRole('navigation', { name: 'Add and outline' });
    this.outline = page.getByRole('tree');
    this.notice = page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Dismiss' }) });
    this.fault = page.getByRole('alert');
    this.undo = page.getByRole('banner').getByRole('button', { name: /^(?:Undo|Nothing to undo)/ });
    this.redo = page.getByRole('banner').getByRole('button', { name: /^(?:Redo|Nothing to redo)/ });
    this.goals = page.getByRole('banner').getByRole('button', { name: /^Goals: / });
  }

  /** A thing on the canvas whose accessible name begins so. */
  item(name: string): Locator {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return this.canvas.getByRole('group', { name: new RegExp(`^${escaped}(?:,|$)`) });
  }

  /** The name in the inspector, which is that of the selection. */
  get selectedName(): Locator {
    return this.inspector.getByRole('textbox', { name: 'Name', exact: true });
  }

  finding(text: string | RegExp): Locator {
    return this.findings.getByRole('listitem').filter({ hasText: text });
  }

  /** What makes the fix of a finding, in its row. */
  fixIn(row: Locator): Locator {
    return row.getByRole('button', { name: /^Fix(?:, \d+ changes)?: / });
  }

  /** How many of a severity the top bar counts. */
  count(word: 'errors' | 'warnings' | 'passed' | 'not decided' | 'accepted'): Locator {
    const singular = word.replace(/s$/, '');
    return this.page
      .getByRole('banner')
      .getByRole('button', { name: new RegExp(`^\\d+ (?:${word}|${singular})$`) });
  }

  async isChecked() {
    await this.count('passed').waitFor();
    await expect(this.page.getByText(/^(checked in|nothing to check)/)).toBeVisible();
  }

  async openFile(file: ChosenFile) {
    await this.page.getByRole('button', { name: 'Design menu' }).click();
    await chooseFiles(this.page, this.page.getByRole('menuitem', { name: /^Open/ }), file);
  }

  /** A row of the palette. */
  kind(title: string): Locator {
    return this.palette.getByRole('button', { name: title, exact: true });
  }

  /** Finds a kind in the palette and drags it to the middle of a thing, or to a point of the canvas. */
  async dragKind(title: string, to: Locator | { readonly x: number; readonly y: number }) {
    await this.page.getByRole('textbox', { name: 'Search resources' }).fill(title);
    const point = 'x' in to ? to : await this.lowerMiddleOf(to);
    const row = await this.restingBox(this.kind(title));
    const from = { x: row.x + row.width / 2, y: row.y + row.height / 2 };
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    // As a hand begins, within the palette: what is under the pointer then looks hovered until the drag is over.
    await this.page.mouse.move(from.x + 8, from.y, { steps: 2 });
    // A drop needs a move over its target.
    await this.page.mouse.move(point.x - 40, point.y - 40, { steps: 4 });
    await this.page.mouse.move(point.x, point.y, { steps: 4 });
  }

  async drop() {
    await this.page.mouse.up();
  }

  /** The box of a thing once the view has come to rest. */
  async restingBox(item: Locator) {
    // A trial waits until the thing has stood still for two frames.
    await item.hover({ trial: true, position: { x: 4, y: 4 } });
    const box = await item.boundingBox();
    if (!box) throw new Error('It is not on the canvas');
    return box;
  }

  /** Where a container shows none of its contents: just above its lower edge. */
  async lowerMiddleOf(item: Locator) {
    const box = await this.restingBox(item);
    return { x: box.x + box.width / 2, y: box.y + box.height - 5 };
  }
}
