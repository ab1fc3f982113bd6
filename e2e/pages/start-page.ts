import type { Locator, Page } from '@playwright/test';

/** A file as the chooser takes it: a path, or a name with what is in it. */
export type ChosenFile = string | { readonly name: string; readonly content: string | Buffer };

const chosen = (file: ChosenFile) =>
  typeof file === 'string'
    ? file
    : { name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.content) };

/** Chooses files in the chooser that pressing a button opens. */
export async function chooseFiles(page: Page, button: Locator, ...files: readonly ChosenFile[]) {
  const opened = page.waitForEvent('filechooser');
  await button.click();
  const paths = files.filter((file) => typeof file === 'string');
  const chooser = await opened;
  if (paths.length === files.length) await chooser.setFiles(paths as string[]);
  else await chooser.setFiles(files.map(chosen) as Exclude<ReturnType<typeof chosen>, string>[]);
}

/** The ways into a design. */
export class StartPage {
  readonly page: Page;
  readonly plan: Locator;
  readonly openFromAzure: Locator;
  readonly blankCanvas: Locator;
  readonly architectures: Locator;
  readonly exercises: Locator;
  readonly adaptation: Locator;
  readonly recentDesigns: Locator;
  readonly fault: Locator;

  constructor(page: Page) {
    this.page = page;
    this.plan = page.getByRole('button', { name: /^Plan with questions/ });
    this.openFromAzure = page.getByRole('button', { name: /^Open from Azure/ });
    this.blankCanvas = page.getByRole('button', { name: /^Blank canvas/ });
    this.architectures = page.getByRole('region', { name: 'Reference architectures' });
    this.exercises = page.getByRole('region', { name: 'Exercises' });
    this.adaptation = page.getByRole('form', { name: 'Adapt' });
    this.recentDesigns = page.getByRole('region', { name: 'Recent designs' });
    this.fault = page.getByRole('alert');
  }

  async visit() {
    await this.page.goto('./');
    await this.openFromAzure.waitFor();
  }

  /** The card of a reference architecture. */
  card(title: string | RegExp): Locator {
    return this.architectures.getByRole('button', { name: title }).first();
  }

  /** Opens a reference architecture as it is. */
  async openArchitecture(title: string | RegExp) {
    await this.card(title).click();
    await this.adaptation.getByRole('button', { name: 'Open this design' }).click();
  }

  async open(...files: readonly ChosenFile[]) {
    await chooseFiles(this.page, this.openFromAzure, ...files);
  }
}
