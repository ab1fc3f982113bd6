import type { BrowserContextOptions } from '@playwright/test';
import { fixture } from '../fixture-path.ts';
import { tooSmallFile } from '../too-small.ts';
import { series, type Way } from './series.ts';
import type { Stage } from './stage.ts';

const hub = (stage: Stage) => stage.openArchitecture(/^Hub and spoke with a firewall/);

const house = {
  name: 'house.json',
  content: JSON.stringify({
    rulesVersion: 1,
    name: 'House standards',
    rules: [
      {
        id: 'house-network-names',
        check: 'name',
        kinds: ['virtual-network'],
        patterns: ['net-*'],
        title: 'Network is not named as the house names networks',
        severity: 'warning',
        why: 'Firewall requests name networks.',
        remedy: 'Rename it.',
        references: ['Network handbook, 4.2'],
      },
    ],
  }),
};

const scope = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers';

/** An export with something in it that is not drawn. */
const partlyKnown = [
  {
    id: `${scope}/Microsoft.Network/virtualNetworks/vnet-ml`,
    name: 'vnet-ml',
    type: 'microsoft.network/virtualnetworks',
    location: 'westeurope',
    properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] }, subnets: [] },
  },
  {
    id: `${scope}/Microsoft.Maps/accounts/maps-ml`,
    name: 'maps-ml',
    type: 'microsoft.maps/accounts',
    location: 'westeurope',
    properties: {},
  },
];

series('notice', {
  from: 'anew',
  states: {
    'kept design': async (stage) => {
      await stage.openFiles(fixture('claims-export.json'));
      await stage.palette.open();
      await stage.palette.field.fill('One virtual network');
      await stage.palette.options.filter({ hasText: 'Open One virtual network' }).click();
      await stage.page.getByRole('button', { name: 'Back to it' }).waitFor();
    },
    'remarks on a file': async (stage) => {
      await stage.openFiles({ name: 'partly-known.json', content: JSON.stringify(partlyKnown) });
      await stage.page.getByRole('button', { name: /remarks? on the file$/ }).click();
    },
    'bad file at work': async (stage) => {
      await hub(stage);
      await stage.workspace.openFile({ name: 'wrong.json', content: '{"name": "left-pad"}' });
      await stage.workspace.fault.waitFor();
    },
    'rules of an organisation': async (stage) => {
      await hub(stage);
      await stage.workspace.openFile(house);
      await stage.workspace.finding('is not named net-*').first().waitFor();
    },
    'part that does not come': async (stage) => {
      await stage.page.route('**/ShortcutsDialog-*.js', (route) => route.abort('internetdisconnected'));
      await stage.start.visit();
      await stage.start.blankCanvas.click();
      await stage.workspace.canvas.waitFor();
      await stage.page.keyboard.press('?');
      await stage.page.getByText('A part of the page could not be loaded').waitFor();
    },
    'file dragged over the workspace': async (stage) => {
      await hub(stage);
      const dataTransfer = await stage.page.evaluateHandle(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['{}'], 'estate.json', { type: 'application/json' }));
        return transfer;
      });
      await stage.page.dispatchEvent('main', 'dragover', { dataTransfer });
    },
    'fixes being prepared': async (stage) => {
      await stage.openFiles(tooSmallFile(500));
      const row = stage.workspace.finding(/needs \/26 or larger/).first();
      await row.getByRole('button', { name: 'Why' }).click();
      await row.getByRole('button', { name: 'Fix all 500 of this kind' }).click();
      await stage.page.getByRole('progressbar').waitFor();
    },
    'long export': async (stage) => {
      await stage.openFiles(tooSmallFile(80));
      await stage.exports.open();
      await stage.exports.isDrawn();
      await stage.exports.choose('Size', '4×');
      await stage.exports.dialog.getByRole('button', { name: 'Save PNG' }).click();
      await stage.exports.dialog.getByRole('progressbar').waitFor();
    },
  },
});

/** What shows most of what a medium changes. */
const screens: Readonly<Record<string, Way>> = {
  architecture: hub,
  finding: async (stage) => {
    await stage.openExercise(/^The compute instance cannot mount/);
    await stage.workspace
      .finding(/File endpoint missing/)
      .getByRole('button')
      .first()
      .click();
    await stage.inspector.panel.getByRole('article').waitFor();
  },
  inspector: async (stage) => {
    await hub(stage);
    await stage.goTo('snet-training');
  },
  palette: async (stage) => {
    await hub(stage);
    await stage.palette.open();
  },
  export: async (stage) => {
    await hub(stage);
    await stage.exports.open();
    await stage.exports.isDrawn();
  },
  start: async () => undefined,
  planner: (stage) => stage.openPlanner(),
};

const media: Readonly<Record<string, BrowserContextOptions>> = {
  'forced-colours': { forcedColors: 'active' },
  touch: { hasTouch: true },
  motion: { reducedMotion: 'no-preference' },
  'more-contrast': { contrast: 'more' },
  'zoomed-to-200-percent': { viewport: { width: 720, height: 450 } },
  'below-the-least-window': { viewport: { width: 480, height: 640 } },
  'narrow-window': { viewport: { width: 1000, height: 720 } },
};

for (const [medium, options] of Object.entries(media))
  series(medium, { from: 'anew', options, states: screens });
