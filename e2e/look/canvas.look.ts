import { estate } from '../../src/workbench/estate.ts';
import { fixture } from '../fixture-path.ts';
import { tooSmallFile } from '../too-small.ts';
import { fileOf, incomplete, longNames, manyEndpoints, manyInstances, manySpokes } from './designs.ts';
import { series, type Way } from './series.ts';

series('blank', {
  from: 'on',
  open: async ({ start, workspace }) => {
    await start.blankCanvas.click();
    await workspace.item('West Europe').waitFor();
  },
  states: {
    canvas: async () => undefined,
    outline: async ({ workspace }) =>
      workspace.palette.getByRole('button', { name: 'Outline' }).first().click(),
    'search without a find': async ({ page, workspace }) => {
      const tab = workspace.palette.getByRole('button', { name: /^Add/ }).first();
      await tab.click();
      const search = page.getByRole('textbox', { name: 'Search resources' });
      // In a small window the rail opens and closes.
      if (!(await search.isVisible())) await tab.click();
      await search.fill('mainframe');
    },
    'first network': async ({ page, workspace }) => {
      await page.getByRole('textbox', { name: 'Search resources' }).fill('');
      await page.getByRole('button', { name: 'Add a virtual network' }).click();
      await workspace.item('vnet-1').waitFor();
    },
    'nothing at all': async (stage) => {
      await stage.goTo('West Europe');
      await stage.page.keyboard.press('Delete');
      const card = stage.page.getByRole('alertdialog', { name: /^Remove / });
      await card.getByRole('button', { name: /^Remove/ }).click();
      await stage.workspace.item('West Europe').waitFor({ state: 'detached' });
    },
  },
});

series('guide', {
  from: 'on',
  open: async ({ page, workspace }) => {
    await page.getByRole('region', { name: 'First steps' }).getByRole('button', { name: 'Show me' }).click();
    await workspace.isChecked();
  },
  states: {
    read: async () => undefined,
    fix: async ({ page }) => page.getByRole('button', { name: 'Read the worst finding' }).click(),
    preview: async ({ page }) => {
      await page
        .getByRole('region', { name: 'Guide' })
        .getByRole('button', { name: 'Preview the fix' })
        .click();
      await page.getByRole('region', { name: 'Preview of the fix' }).waitFor();
    },
    prove: async ({ page }) => {
      await page
        .getByRole('region', { name: 'Guide' })
        .getByRole('button', { name: 'Apply the fix' })
        .click();
      await page.getByText('See the proof').waitFor();
    },
    done: async ({ page }) => page.getByRole('button', { name: 'Show the proof' }).click(),
  },
});

series('zoom', {
  open: (stage) => stage.openArchitecture(/^All private, no exfiltration/),
  states: {
    fit: async ({ page }) => page.keyboard.press('Shift+Digit1'),
    ...Object.fromEntries(
      [100, 60, 40, 25].map((percent): [string, Way] => [
        `${percent} percent`,
        (stage) => stage.zoomTo(percent),
      ]),
    ),
    'in closest': async ({ page }) => {
      await page.keyboard.press('Shift+Digit0');
      for (let step = 0; step < 8; step += 1) await page.keyboard.press('+');
    },
    'on the selection': async ({ page, workspace }) => {
      await workspace.item('train-cluster').press('Enter');
      await page.keyboard.press('Shift+Digit2');
    },
  },
});

const zooms: Readonly<Record<string, number>> = {
  'at 100 percent': 100,
  'at 40 percent': 40,
  'at 25 percent': 25,
};

for (const [name, file] of [
  ['thirty endpoints', fileOf(manyEndpoints(30))],
  ['twenty spokes', fileOf(manySpokes(20))],
  ['forty-five spokes', fileOf(manySpokes(45))],
  ['names of 80 characters', fileOf(longNames())],
  ['two hundred instances', fileOf(manyInstances(200))],
  ['estate of 200', fileOf(estate(200))],
  ['estate of 625', fileOf(estate(625))],
  ['estate of 1000', fileOf(estate(1000))],
  ['Azure export', fixture('claims-export.json')],
  ['incomplete design', fileOf(incomplete())],
  ['eighty errors', tooSmallFile(80)],
] as const)
  series('many', {
    open: (stage) => stage.openFiles(file),
    states: {
      [name]: async () => undefined,
      ...Object.fromEntries(
        Object.entries(zooms).map(([words, percent]): [string, Way] => [
          `${name} ${words}`,
          (stage) => stage.zoomTo(percent),
        ]),
      ),
    },
  });
