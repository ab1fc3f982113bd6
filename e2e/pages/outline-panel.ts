import { expect, type Locator, type Page } from '@playwright/test';

/** A line of the tree, as a screen reader has it. */
export interface OutlineEntry {
  readonly level: number;
  readonly name: string;
}

/** As many lines as the longest menu has. */
const mostSteps = 60;

const isFocused = (item: Locator) => item.evaluate((element) => element === document.activeElement);

/** The design as a tree, used by keyboard alone. */
export class OutlinePanel {
  readonly page: Page;
  readonly tree: Locator;
  readonly menu: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tree = page.getByRole('tree', { name: 'Outline' });
    this.menu = page.getByRole('menu');
  }

  async open() {
    await this.page.keyboard.press('ControlOrMeta+Shift+o');
    await expect(this.tree.locator('[role=treeitem]:focus')).toBeVisible();
  }

  row(name: string): Locator {
    return this.tree.locator('[role=treeitem]').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** Goes to a row by typing its name. */
  async goTo(name: string) {
    await this.page.keyboard.press('Home');
    await this.page.keyboard.type(name);
    const row = this.row(name);
    // A slow machine may have taken one name for two, and be past it.
    if (!(await isFocused(row))) await this.page.keyboard.press('Home');
    await this.walkTo(row);
  }

  /** Walks the menu of the focused row: each title is chosen by typing it. */
  async choose(...titles: readonly string[]) {
    await this.page.keyboard.press('Shift+F10');
    for (const title of titles) await this.pick(title);
  }

  /** Adds a kind to the focused row, and waits for the focus to be at what was added. */
  async add(kind: string, name: string) {
    await this.page.keyboard.press('Insert');
    await this.pick(kind);
    await expect(this.row(name)).toBeFocused();
  }

  /** Where a slow machine has taken one name for two, arrows lead on. */
  private async walkTo(line: Locator) {
    for (let step = 0; step < mostSteps && !(await isFocused(line)); step += 1)
      await this.page.keyboard.press('ArrowDown');
    await expect(line).toBeFocused();
  }

  private async pick(title: string) {
    const item = this.menu.getByRole('menuitem').filter({ hasText: title }).first();
    await expect(item).toBeVisible();
    // A space would choose what has the focus already.
    await this.page.keyboard.type(title.split(' ')[0] ?? title);
    await this.walkTo(item);
    await this.page.keyboard.press('Enter');
  }

  /** Every line as it is read out. */
  async entries(): Promise<readonly OutlineEntry[]> {
    return this.tree.locator('[role=treeitem]').evaluateAll((rows) =>
      rows.map((row) => ({
        level: Number(row.getAttribute('aria-level')),
        name: row.getAttribute('aria-label')?.split(',')[0] ?? '',
      })),
    );
  }
}
