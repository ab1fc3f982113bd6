import type { Locator, Page } from '@playwright/test';

/** The properties of the selected resource, and what takes effect in it. */
export class InspectorPanel {
  readonly page: Page;
  readonly panel: Locator;
  readonly name: Locator;
  readonly fault: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('complementary', { name: 'Inspector' });
    this.name = this.panel.getByRole('textbox', { name: 'Name', exact: true }).first();
    this.fault = this.panel.getByRole('alert');
  }

  /** A text, a number or a list. */
  field(label: string): Locator {
    return this.panel.getByRole('textbox', { name: label, exact: true });
  }

  /** One of a few values, or another resource. */
  choice(label: string): Locator {
    return this.panel.getByRole('combobox', { name: label, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.panel.getByRole('button', { name });
  }

  async choose(label: string, option: string | RegExp) {
    await this.choice(label).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  /** The rows of a table of parts, in the order shown. */
  rows(label: string): Locator {
    return this.panel.getByRole('group', { name: label, exact: true }).locator('[data-row]');
  }

  /** A table of what takes effect. */
  effect(name: string): Locator {
    return this.panel.getByRole('table', { name });
  }
}
