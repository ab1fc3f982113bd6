import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

const formats = ['png', 'svg', 'markdown', 'json'] as const;

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

  /** Saves a format; the file's name and what is in it. */
  async save(format: (typeof formats)[number]) {
    const started = this.page.waitForEvent('download');
    await this.dialog.getByRole('button', { name: 'Save' }).nth(formats.indexOf(format)).click();
    const download = await started;
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }
}
