import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

const pictures: readonly string[] = ['PNG', 'SVG'];

/** The dialog from which a design leaves as files. */
export class ExportDialog {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Export' });
  }

  async open() {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click();
    await this.dialog.waitFor();
  }

  async close() {
    await this.dialog.getByRole('button', { name: 'Close' }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** Chooses one of a few that stand side by side. */
  async choose(group: string, choice: string) {
    await this.dialog
      .getByRole('group', { name: group })
      .getByRole('button', { name: choice, exact: true })
      .click();
  }

  get preview(): Locator {
    return this.dialog.getByAltText('The sheet as it will be saved');
  }

  /** Waits until the preview shows what is chosen. */
  async isDrawn() {
    await this.preview.and(this.page.locator('[data-stale="false"]')).waitFor();
  }

  /** Saves a format, by the title that the dialog gives it; the file's name and what is in it. */
  async save(format: string) {
    const isPicture = pictures.includes(format);
    await this.choose('What to export', isPicture ? 'Picture' : 'Documents and data');
    if (isPicture) await this.choose('Format', format);
    const started = this.page.waitForEvent('download');
    const button = isPicture
      ? this.dialog.getByRole('button', { name: `Save ${format}` })
      : this.dialog.getByRole('group', { name: format, exact: true }).getByRole('button', { name: 'Save' });
    await button.click();
    const download = await started;
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }
}
