import { questions } from '#blueprints';
import { series, type Way } from './series.ts';
import type { Stage } from './stage.ts';

const ask = async ({ page }: Stage, title: string) => {
  await page
    .getByRole('navigation', { name: 'Questions' })
    .getByRole('button', { name: title })
    .first()
    .click();
  await page.getByRole('heading', { name: title }).waitFor();
};

/** Each question as it is asked, and with the last of its answers chosen, which is never the standard one. */
const steps = Object.fromEntries(
  questions.flatMap(({ id, title, options }): [string, Way][] => [
    [id, (stage) => ask(stage, title)],
    [
      `${id} answered`,
      async ({ page }) => {
        await page
          .getByRole('radio')
          .nth(options.length - 1)
          .check();
      },
    ],
  ]),
);

series('planner', {
  from: 'on',
  open: (stage) => stage.openPlanner(),
  states: {
    begin: async () => undefined,
    ...steps,
  },
});

series('planner-end', {
  from: 'on',
  open: async (stage) => {
    await stage.openPlanner();
    await stage.page.getByRole('navigation', { name: 'Questions' }).getByRole('button').last().click();
  },
  states: {
    summary: async ({ page }) => page.getByRole('heading', { name: 'Your plan' }).waitFor(),
    'summary at its end': async ({ page }) =>
      page.getByRole('button', { name: 'Back', exact: true }).scrollIntoViewIfNeeded(),
    'address space refused': async ({ page }) => {
      await page.getByRole('textbox', { name: 'Address space' }).fill('172.17.0.0/16');
      await page.getByText('kept for the Docker bridge').waitFor();
    },
    'address space mended': async ({ page }) =>
      page.getByRole('textbox', { name: 'Address space' }).fill('10.8.0.0/16'),
    contradiction: async (stage) => {
      const { page } = stage;
      await ask(stage, 'Where does scoring run');
      await page.getByRole('radio', { name: /^Managed online endpoint/ }).check();
      await page.getByRole('button', { name: 'Next question' }).click();
      await page.getByRole('radio', { name: /^Applications in the office/ }).check();
      await page.getByRole('alert').waitFor();
    },
    'kept to compare': async ({ page }) => {
      await page.getByRole('alert').getByRole('button').first().click();
      await page.getByRole('button', { name: 'Keep to compare' }).click();
    },
    compared: async (stage) => {
      const { page } = stage;
      await ask(stage, 'Whose network');
      await page.getByRole('radio', { name: /^The workspace’s managed network/ }).check();
      await page.getByRole('button', { name: 'Compare', exact: true }).click();
      await page.getByRole('region', { name: 'Kept plan' }).waitFor();
    },
  },
});
