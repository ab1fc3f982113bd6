import { fixture } from '../fixture-path.ts';
import { series } from './series.ts';

series('start', {
  from: 'anew',
  states: {
    empty: async () => undefined,
    'scrolled to the end': async ({ start }) =>
      start.exercises.getByRole('button').last().scrollIntoViewIfNeeded(),
    'with recent designs': async (stage) => {
      await stage.openFiles(fixture('claims-export.json'));
      await stage.toStart();
      for (const title of [/^One virtual network/, /^Hub and spoke with a firewall/]) {
        await stage.openArchitecture(title);
        await stage.toStart();
      }
      await stage.start.recentDesigns.waitFor();
    },
    'recent design removed': async (stage) => {
      await stage.openArchitecture(/^One virtual network/);
      await stage.toStart();
      await stage.start.recentDesigns.getByRole('button', { name: /^Remove .* from this browser$/ }).click();
      await stage.page.getByRole('button', { name: 'Undo' }).waitFor();
    },
    'fault of a bad file': async ({ start }) => {
      await start.open({ name: 'letter.txt', content: 'Dear network team, please open port 443.' });
      await start.fault.waitFor();
    },
    'fault of truncated JSON': async ({ start }) => {
      await start.open({ name: 'export.json', content: '[{"id": "/subscriptions/1/resourceGroups/rg", "na' });
      await start.fault.waitFor();
    },
    'fault of other JSON': async ({ start }) => {
      await start.open({ name: 'package.json', content: '{"name": "left-pad", "version": "1.3.0"}' });
      await start.fault.waitFor();
    },
    'first card hovered': async ({ start }) => start.card(/^Hub and spoke with a firewall/).hover(),
    'adapt form': async ({ start }) => start.card(/^Hub and spoke with a firewall/).click(),
    'adapt form refused': async ({ start }) => {
      await start.card(/^One virtual network/).click();
      await start.adaptation.getByRole('textbox', { name: 'Address space' }).fill('172.17.0.0/16');
      await start.adaptation.getByText('kept for the Docker bridge').waitFor();
    },
    'adapt form, regions': async ({ start, page }) => {
      await start.card(/^One virtual network/).click();
      await start.adaptation.getByRole('button', { name: 'Choose a region' }).click();
      await page.getByRole('menuitem', { name: 'West Europe' }).waitFor();
    },
    'adapt form, clouds': async ({ start, page }) => {
      await start.card(/^One virtual network/).click();
      await start.adaptation.getByRole('combobox', { name: 'Cloud' }).click();
      await page.getByRole('option', { name: 'Azure Government' }).waitFor();
    },
    'file dragged over': async ({ page }) => {
      const data = await page.evaluateHandle(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['{}'], 'estate.json', { type: 'application/json' }));
        return transfer;
      });
      await page.dispatchEvent('h1', 'dragover', { dataTransfer: data });
    },
    'keyboard focus': async ({ page }) => {
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab');
    },
  },
});
