import { expect } from '@playwright/test';
import { estate } from '../../src/workbench/estate.ts';
import { fixture } from '../fixture-path.ts';
import { fileOf } from './designs.ts';
import { series } from './series.ts';
import type { Stage } from './stage.ts';

const hub = (stage: Stage) => stage.openArchitecture(/^Hub and spoke with a firewall/);

series('property', {
  from: 'on',
  open: hub,
  states: {
    'invalid prefix': async (stage) => {
      await stage.goTo('snet-training');
      const prefixes = stage.inspector.field('Address prefixes');
      await prefixes.fill('10.0.2.7/26');
      await prefixes.press('Enter');
      await stage.inspector.fault.waitFor();
    },
    'free prefixes': async ({ inspector, page }) => {
      await inspector.field('Address prefixes').press('Escape');
      await inspector.button('Free prefixes for address prefixes').click();
      await page.getByRole('menuitem').first().waitFor();
    },
    'choice of a reference': async ({ inspector, page }) => {
      await page.keyboard.press('Escape');
      await inspector.choice('Network security group').click();
      await page.getByRole('option').first().waitFor();
    },
    'effective inbound': async (stage) => {
      await stage.page.keyboard.press('Escape');
      await stage.goTo('nsg-training');
      await stage.inspector.panel.getByRole('button', { name: 'In', exact: true }).click();
      await stage.inspector.effect('Effective inbound rules').scrollIntoViewIfNeeded();
    },
    'effective outbound': async ({ inspector }) => {
      await inspector.panel.getByRole('button', { name: 'Out', exact: true }).click();
      await inspector.effect('Effective outbound rules').scrollIntoViewIfNeeded();
    },
    'rule opened': ({ inspector }) => inspector.rows('Security rules').first().click(),
    'rule added': ({ inspector }) => inspector.button('Add outbound rule').click(),
    'priority refused': async ({ inspector }) => {
      await inspector.field('Priority').fill('7');
      await inspector.field('Priority').press('Enter');
      await inspector.fault.waitFor();
    },
    'effective routes': async (stage) => {
      await stage.page.keyboard.press('Escape');
      await stage.goTo('train-cluster');
      await stage.inspector.panel.getByRole('button', { name: 'Routes', exact: true }).click();
      await stage.inspector.effect('Effective routes').scrollIntoViewIfNeeded();
    },
    'node count refused': async ({ inspector }) => {
      await inspector.field('Maximum node count').fill('');
      await inspector.field('Maximum node count').press('Enter');
      await inspector.fault.waitFor();
    },
    'firewall rules': async (stage) => {
      await stage.goTo('afw-hub');
      await stage.inspector.panel.getByRole('table').last().scrollIntoViewIfNeeded();
    },
    'route added': async (stage) => {
      await stage.goTo('rt-firewall');
      await stage.inspector.button(/^Add (?:a )?route/).click();
    },
    'tags opened': async (stage) => {
      await stage.goTo('stmlisolated');
      await stage.inspector.button('Origin and tags').click();
    },
    several: async (stage) => {
      await stage.page.keyboard.press('Escape');
      await stage.select('train-cluster', 'image-build');
    },
    'several of different kinds': (stage) =>
      stage.select('train-cluster', 'afw-hub', 'vnet-ml', 'stmlisolated'),
    everything: ({ page, workspace }) =>
      workspace.canvas.press('ControlOrMeta+a').then(() => page.mouse.move(2, 2)),
  },
});

series('outline', {
  from: 'on',
  open: hub,
  states: {
    open: ({ outline }) => outline.open(),
    'one folded': async ({ outline, page }) => {
      await outline.goTo('snet-training');
      await page.keyboard.press('ArrowLeft');
    },
    menu: ({ page }) => page.keyboard.press('Shift+F10'),
    'menu, move to': async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menuitem', { name: 'Move to' }).click();
    },
    renaming: async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('F2');
    },
  },
});

series('outline-long', {
  open: (stage) => stage.openFiles(fileOf(estate(625))),
  states: {
    'at its end': async ({ outline, page }) => outline.open().then(() => page.keyboard.press('End')),
  },
});

series('palette', {
  open: hub,
  states: {
    empty: ({ palette }) => palette.open(),
    typed: async ({ palette, page }) => {
      await palette.open();
      await page.keyboard.type('subnet');
      await palette.options.first().waitFor();
    },
    'by letters in between': async ({ palette, page }) => {
      await palette.open();
      await page.keyboard.type('sntrain');
    },
    'choice of places': async ({ palette, page }) => {
      await palette.open();
      await palette.choose('add compute instance', /^Add: Compute instance/);
      await expect(palette.field).toHaveAccessibleName('Add: Compute instance');
      await page.mouse.move(2, 2);
    },
    'none found': async ({ palette, page }) => {
      await palette.open();
      await page.keyboard.type('mainframe');
    },
    'with a selection': async (stage) => {
      await stage.select('train-cluster');
      await stage.palette.open();
    },
  },
});

series('palette-start', { states: { 'on the start screen': ({ palette }) => palette.open() } });

series('kinds', {
  open: async (stage) => {
    await hub(stage);
    // A rail in a small window.
    const toggle = stage.page.getByRole('button', { name: 'Add a resource' });
    if (await toggle.isVisible()) await toggle.click();
  },
  states: {
    found: async ({ page }) => page.getByRole('textbox', { name: 'Search resources' }).fill('gateway'),
    'none found': async ({ page }) =>
      page.getByRole('textbox', { name: 'Search resources' }).fill('mainframe'),
    'choice of places': async ({ page }) => {
      const search = page.getByRole('textbox', { name: 'Search resources' });
      await search.fill('Compute cluster');
      await search.press('Enter');
      await page.getByRole('menu', { name: 'Where to add Compute cluster' }).waitFor();
    },
    'all of a group': async ({ page }) => {
      await page.getByRole('textbox', { name: 'Search resources' }).fill('');
      await page
        .getByRole('button', { name: /^Show \d+ more$/ })
        .first()
        .click();
    },
  },
});

series('dialog', {
  open: hub,
  states: {
    shortcuts: async ({ page, workspace }) => {
      await workspace.canvas.press('?');
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    },
    goals: ({ workspace }) => workspace.goals.click(),
    'design renamed': async ({ page }) => page.getByRole('button', { name: /, rename the design$/ }).click(),
  },
});

series('goals', {
  from: 'on',
  open: (stage) => stage.openFiles(fixture('claims-export.json')),
  states: {
    'of an export': ({ workspace }) => workspace.goals.click(),
    'one stated': ({ page }) =>
      page.getByRole('dialog', { name: 'Goals' }).getByRole('button', { name: 'Public' }).click(),
    clouds: ({ page }) =>
      page.getByRole('dialog', { name: 'Goals' }).getByRole('combobox', { name: 'Cloud' }).click(),
  },
});

series('export', {
  from: 'on',
  open: async (stage) => {
    await stage.openFiles(fixture('claims-export.json'));
    await stage.exports.open();
  },
  states: {
    PNG: ({ exports }) => exports.isDrawn(),
    dark: async ({ exports }) => {
      await exports.choose('Colours', 'Dark');
      await exports.isDrawn();
    },
    transparent: async ({ exports }) => {
      await exports.choose('Background', 'Transparent');
      await exports.isDrawn();
    },
    SVG: async ({ exports }) => {
      await exports.choose('Colours', 'Light');
      await exports.choose('Format', 'SVG');
      await exports.isDrawn();
    },
    saved: ({ exports }) => exports.save('PNG'),
    documents: ({ exports }) => exports.choose('What to export', 'Documents and data'),
    'documents at their end': ({ exports }) =>
      exports.dialog.getByRole('group', { name: 'Sanitised design' }).scrollIntoViewIfNeeded(),
    'document saved': ({ exports }) => exports.save('SARIF'),
  },
});

series('print', {
  from: 'on',
  open: async (stage) => {
    // A dialog of the browser's own, which nobody would answer.
    await stage.page.addInitScript(() => Object.assign(window, { print: () => undefined }));
    await stage.page.reload();
    await stage.openFiles(fixture('claims-export.json'));
  },
  states: {
    sheet: async ({ page }) => {
      await page.keyboard.press('ControlOrMeta+p');
      await expect(page.getByAltText('The design and its findings')).toHaveCount(1);
      await page.emulateMedia({ media: 'print' });
    },
  },
});
