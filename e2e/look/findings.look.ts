import { fixture } from '../fixture-path.ts';
import { tooSmallFile } from '../too-small.ts';
import { series } from './series.ts';
import type { Stage } from './stage.ts';

const filter = ({ workspace }: Stage, title: string) =>
  workspace.findings
    .getByRole('button')
    .filter({ hasText: new RegExp(`${title}\\s*\\d*$`) })
    .first()
    .click();

const why = ({ workspace }: Stage, text: string | RegExp) =>
  workspace.finding(text).first().getByRole('button', { name: 'Why' }).click();

/** Scrolls to the end of what is told of the finding that is open. */
const toEnd = ({ workspace, page }: Stage) =>
  workspace.findings
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /^Read the rule/ }) })
    .first()
    .evaluate((row) => row.scrollIntoView({ block: 'end' }));

series('findings', {
  from: 'on',
  open: (stage) => stage.openFiles(fixture('claims-export.json')),
  states: {
    all: async () => undefined,
    errors: (stage) => filter(stage, 'Errors'),
    warnings: (stage) => filter(stage, 'Warnings'),
    'not decided': (stage) => filter(stage, 'Not decided'),
    passed: (stage) => filter(stage, 'Passed'),
    topics: async (stage) => {
      await filter(stage, 'All');
      await filter(stage, 'All topics');
      await stage.page.getByRole('menuitem').first().waitFor();
    },
    'one topic': async ({ page, workspace }) => {
      await page.getByRole('menuitem').nth(1).click();
      await workspace.findings.getByRole('listitem').first().waitFor();
    },
    'cannot tell, opened': async (stage) => {
      // Of a topic only what it has can be chosen.
      const topic = stage.workspace.findings.locator('[aria-haspopup=menu]').first();
      if ((await topic.textContent()) !== 'All topics') {
        await topic.click();
        await stage.page.getByRole('menuitem').first().click();
      }
      await filter(stage, 'Not decided');
      await stage.workspace.findings.getByRole('button', { name: 'Why' }).first().click();
    },
    folded: ({ workspace }) => workspace.findings.getByRole('button', { name: 'Hide the findings' }).click(),
    high: async ({ workspace, page }) => {
      await workspace.findings.getByRole('button', { name: 'Show the findings' }).click();
      await page.getByRole('separator', { name: 'Height of the findings' }).press('Home');
    },
  },
});

series('findings', {
  open: (stage) => stage.openArchitecture(/^Hub and spoke with a firewall/),
  states: { notes: (stage) => filter(stage, 'Notes') },
});

series('finding', {
  from: 'on',
  open: (stage) => stage.openExercise(/^The compute instance cannot mount/),
  states: {
    why: (stage) => why(stage, /File endpoint missing/),
    'why at its end': toEnd,
    previewed: ({ workspace }) => workspace.findings.getByRole('button', { name: 'Preview' }).click(),
    card: async ({ workspace, page }) => {
      await page.keyboard.press('Escape');
      await workspace.findings.getByRole('button', { name: /^File endpoint missing/ }).click();
      await workspace.inspector.getByRole('article').waitFor();
    },
    'to be accepted': async ({ workspace }) => {
      await workspace.inspector.getByRole('article').first().getByRole('button', { name: 'Accept' }).click();
      await workspace.inspector.getByRole('textbox', { name: 'Reason' }).waitFor();
    },
    'accepted without a reason': ({ workspace }) =>
      workspace.inspector.getByRole('form').getByRole('button', { name: 'Accept' }).click(),
    accepted: async ({ workspace }) => {
      await workspace.inspector
        .getByRole('textbox', { name: 'Reason' })
        .fill('Nobody uses compute instances here');
      await workspace.inspector.getByRole('textbox', { name: 'Owner' }).fill('Ada');
      await workspace.inspector.getByRole('form').getByRole('button', { name: 'Accept' }).click();
      await workspace.count('accepted').waitFor();
    },
    'list of accepted': (stage) => filter(stage, 'Accepted'),
  },
});

series('traced', {
  from: 'on',
  open: (stage) => stage.openExercise(/^Compute instances stay in Creating/),
  states: {
    packet: (stage) => why(stage, / blocks | is blocked /),
    'packet at its end': toEnd,
    'rule page': async ({ workspace, page }) => {
      await workspace.findings.getByRole('button', { name: /^Read the rule/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
});

series('fix-all', {
  from: 'on',
  open: (stage) => stage.openFiles(tooSmallFile(6)),
  states: {
    offered: (stage) => why(stage, /needs \/26 or larger/),
    done: async ({ workspace }) => {
      await workspace.findings.getByRole('button', { name: 'Fix all 6 of this kind' }).click();
      await workspace.notice.waitFor();
    },
    'list of changes': ({ workspace }) =>
      workspace.notice.getByRole('button', { name: 'Show 6 changes' }).click(),
    'all clear': async (stage) => {
      await stage.workspace.notice.getByRole('button', { name: 'Dismiss' }).click();
      await stage.page.mouse.move(2, 2);
      await filter(stage, 'All');
    },
    undone: async ({ workspace }) => workspace.undo.click(),
  },
});
