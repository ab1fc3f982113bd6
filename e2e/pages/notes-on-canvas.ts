import { expect, type Locator, type Page } from '@playwright/test';

/** Notes on the drawing, and the field in which one is written. */
export class NotesOnCanvas {
  readonly page: Page;
  readonly canvas: Locator;
  readonly field: Locator;
  /** Every note. */
  readonly any: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = page.getByRole('main', { name: 'Canvas' });
    this.any = this.canvas.getByRole('group', { name: /^Note(?: on [^:]+)?: / });
    this.field = this.canvas.getByRole('textbox', { name: /^(?:New note|Text of the note)/ });
  }

  /** A note by its name for people who do not see it: what it says, and what it is on. */
  note(text: string, on?: string): Locator {
    return this.canvas.getByRole('group', {
      name: `Note${on === undefined ? '' : ` on ${on}`}: ${text}`,
      exact: true,
    });
  }

  /** Writes into the open field and keeps it. */
  async write(...lines: readonly string[]) {
    await expect(this.field).toBeFocused();
    await this.page.keyboard.press('ControlOrMeta+a');
    for (const [at, line] of lines.entries()) {
      if (at > 0) await this.page.keyboard.press('Enter');
      await this.page.keyboard.type(line);
    }
    await this.page.keyboard.press('ControlOrMeta+Enter');
    await expect(this.field).toHaveCount(0);
  }
}
