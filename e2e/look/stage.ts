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
    await this.park();
  }

  /** Opens files from the start page, and waits for their verdict. */
  async openFiles(...files: readonly ChosenFile[]) {
    await this.start.open(...files);
    await this.workspace.isChecked();
    await this.park();
  }

  async openExercise(title: string | RegExp) {
    await this.start.exercises.getByRole('button', { name: title }).first().click();
    await this.workspace.isChecked();
    await this.park();
  }

  /** Takes the pointer to where nothing answers to it. */
  async park() {
    await this.page.mouse.move(2, 2);
  }

  /** Chooses things by keyboard, one after the other. */
  async select(first: string, ...others: readonly string[]) {
    await this.workspace.item(first).press('Enter');
    for (const other of others) await this.workspace.item(other).press('Shift+Enter');
  }

  /** Drags a kind out of the palette, which a small window has to unfold first; the hand stays closed. */
  async dragKind(title: string, to: Parameters<WorkspacePage['dragKind']>[1]) {
    const rail = this.page.getByRole('button', { name: 'Add a resource', exact: true });
    if (await rail.isVisible()) await rail.click();
    await this.workspace.dragKind(title, to);
  }

  /** Takes hold of a thing and drags it by so much, or to a point; the hand stays closed. */
  async drag(name: string, to: (from: { x: number; y: number }) => { x: number; y: number }) {
    const box = await this.workspace.restingBox(this.workspace.item(name));
    const from = { x: box.x + Math.min(40, box.width / 2), y: box.y + Math.min(20, box.height / 2) };
    const end = to(from);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps: 10 });
  }

  async openPlanner() {
    await this.start.plan.click();
    await this.page.getByRole('radio').first().waitFor();
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

  /** Zooms to a share of the true size, around the middle of the canvas. */
  async zoomTo(percent: number) {
    const button = this.page.getByRole('button', { name: /^\d+ %, zoom to 100 %$/ });
    await button.click();
    await expect(button).toHaveText('100 %');
    const canvas = await this.workspace.canvas.boundingBox();
    if (!canvas) throw new Error('There is no canvas');
    if (percent === 100) return;
    await this.page.dispatchEvent('.react-flow__pane', 'wheel', {
      clientX: canvas.x + canvas.width / 2,
      clientY: canvas.y + canvas.height / 2,
      // A wheel doubles or halves with each five hundred.
      deltaY: 500 * Math.log2(100 / percent),
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    });
    await expect(button).toHaveText(`${percent} %`);
  }

  /** Closes what is open, and takes pointer and focus to where they show nothing. */
  async calm() {
    await this.page.mouse.up();
    await this.park();
    const open = this.page.locator(
      '[role=menu], [role=listbox], [role=dialog], dialog[open], [data-region=right]',
    );
    for (let press = 0; press < 4 && (await open.count()) > 0; press += 1) {
      await this.page.keyboard.press('Escape');
      await this.rest();
    }
    await this.page.evaluate(
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    );
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
