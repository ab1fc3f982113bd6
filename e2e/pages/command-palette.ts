import { expect, type Locator, type Page } from '@playwright/test';

/** One field that finds everything by name. */
export class CommandPalette {
  readonly page: Page;
  readonly dialog: Locator;
  readonly field: Locator;
  readonly options: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Search' });
    this.field = this.dialog.getByRole('combobox');
    this.options = this.dialog.getByRole('option');
  }

  async open() {
    await this.page.keyboard.press('ControlOrMeta+k');
    await expect(this.field).toBeFocused();
  }

  /** Types, and chooses what is found first: it must be named so. */
  async choose(query: string, title: string | RegExp) {
    await this.page.keyboard.type(query);
    await expect(this.options.first()).toHaveAccessibleName(title);
    await this.page.keyboard.press('Enter');
  }
}
