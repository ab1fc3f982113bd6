import { expect, type Page } from '@playwright/test';
import { CommandPalette } from '../pages/command-palette.ts';
import { ExportDialog } from '../pages/export-dialog.ts';
import { InspectorPanel } from '../pages/inspector-panel.ts';
import { NotesOnCanvas } from '../pages/notes-on-canvas.ts';
import { OutlinePanel } from '../pages/outline-panel.ts';
import { type ChosenFile, StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';

/** How long a page is given to come to rest. What never does is pictured as it is. */
const patienceMs = 4000;

/** A page with all its models, and the few acts that most states begin with. */
export class Stage {
  readonly page: Page;
  readonly start: StartPage;
  readonly workspace: WorkspacePage;
  readonly inspector: InspectorPanel;
  readonly palette: CommandPalette;
  readonly exports: ExportDialog;
  readonly notes: NotesOnCanvas;
  readonly outline: OutlinePanel;

  constructor(page: Page) {
    this.page = page;
    this.start = new StartPage(page);
    this.workspace = new WorkspacePage(page);
    this.inspector = new InspectorPanel(page);
    this.palette = new CommandPalette(page);
    this.exports = new ExportDialog(page);
    this.notes = new NotesOnCanvas(page);
    this.outline = new OutlinePanel(page);
  }

  /** Opens a reference architecture as it is, and waits for its verdict. */
  async openArchitecture(title: string | RegExp) {
    await this.start.openArchitecture(title);
    await this.workspace.isChecked();
  }

  /** Opens files from the start page, and waits for their verdict. */
  async openFiles(...files: readonly ChosenFile[]) {
    await this.start.open(...files);
    await this.workspace.isChecked();
  }

  async openExercise(title: string | RegExp) {
    await this.start.exercises.getByRole('button', { name: title }).first().click();
    await this.workspace.isChecked();
  }

  async toStart() {
    await this.page.getByRole('button', { name: 'Isoplan, to the start screen' }).click();
    await this.start.openFromAzure.waitFor();
  }

  /** Selects a resource by its name, also one without a box of its own. */
  async goTo(name: string) {
    await this.palette.open();
    await this.palette.field.fill(`go to ${name}`);
    await this.palette.options
      .filter({ hasText: `Go to ${name}` })
      .first()
      .click();
    await expect(this.palette.dialog).toHaveCount(0);
  }

  /** Zooms by steps of the wheel until the view is at least so far out or so close. */
  async zoomTo(percent: number) {
    const button = this.page.getByRole('button', { name: /^\d+ %, zoom to 100 %$/ });
    await button.click();
    await expect(button).toHaveText('100 %');
    const canvas = await this.workspace.canvas.boundingBox();
    if (!canvas) throw new Error('There is no canvas');
    await this.page.mouse.move(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
    await this.page.keyboard.down('Control');
    for (let step = 0; step < 40; step += 1) {
      if (Number.parseInt((await button.textContent()) ?? '', 10) <= percent) break;
      await this.page.mouse.wheel(0, 12);
    }
    await this.page.keyboard.up('Control');
  }

  /** Closes what lies over the screen, and takes the pointer to where it touches nothing. */
  async calm() {
    await this.page.mouse.up();
    await this.page.mouse.move(2, 2);
    for (let press = 0; press < 3; press += 1) await this.page.keyboard.press('Escape');
  }

  /** Waits until nothing comes, goes or moves any more. */
  async rest() {
    await this.page.evaluate(async (patience) => {
      const frames = () => new Promise((done) => setTimeout(done, 50));
      const look = () =>
        [
          document.querySelectorAll('*').length,
          document.querySelector('.react-flow__viewport')?.getAttribute('style'),
          document.querySelector('header')?.textContent,
          document
            .getAnimations()
            .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY).length,
        ].join();
      const end = performance.now() + patience;
      let seen = look();
      for (let still = 0; still < 4 && performance.now() < end; ) {
        await frames();
        const now = look();
        still = now === seen ? still + 1 : 0;
        seen = now;
      }
      await document.fonts.ready;
    }, patienceMs);
  }
}
