import { fixture } from '../fixture-path.ts';
import { series } from './series.ts';
import type { Stage } from './stage.ts';

const hub = (stage: Stage) => stage.openArchitecture(/^Hub and spoke with a firewall/);

/** The corner of a thing at which it is made larger. */
const cornerOf = async ({ workspace }: Stage, name: string) => {
  const box = await workspace.restingBox(workspace.item(name));
  return { x: box.x + box.width, y: box.y + box.height };
};

const below = async ({ workspace }: Stage, name: string, by: number) => {
  const box = await workspace.restingBox(workspace.item(name));
  return { x: box.x + box.width / 2, y: box.y + box.height + by };
};

/** Pulls a line from the dot of a thing to another. */
async function pull(stage: Stage, from: string, to: string) {
  const { page, workspace } = stage;
  await stage.select(from);
  const target = await workspace.restingBox(workspace.item(to));
  const dot = await page.locator('.canvas-connect').boundingBox();
  if (!dot) throw new Error('There is no dot');
  await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + 40, target.y + 16, { steps: 8 });
}

// What a hand does: each begins with a design of its own, for most leave something behind.
series('gesture', {
  from: 'anew',
  states: {
    'drag a kind over a legal place': async (stage) => {
      await hub(stage);
      await stage.dragKind('Compute instance', stage.workspace.item('snet-training'));
    },
    'drag a kind over a place it attaches to': async (stage) => {
      await hub(stage);
      await stage.dragKind('Route table', stage.workspace.item('snet-training'));
    },
    'drag a kind over an illegal place': async (stage) => {
      await hub(stage);
      await stage.dragKind('Storage account', stage.workspace.item('snet-training'));
    },
    'drag a kind that gets a subnet': async (stage) => {
      await stage.openFiles(fixture('claims-export.json'));
      await stage.dragKind('Bastion', stage.workspace.item('vnet-claims'));
    },
    'drag a note': async (stage) => {
      await hub(stage);
      await stage.dragKind('Note', await below(stage, 'ampls-ml', 40));
    },
    'refused drop': async (stage) => {
      await hub(stage);
      await stage.dragKind('Storage account', stage.workspace.item('snet-training'));
      await stage.workspace.drop();
      await stage.workspace.notice.waitFor();
    },
    'refused drop at a place that Azure keeps': async (stage) => {
      await hub(stage);
      await stage.dragKind('Compute cluster', stage.workspace.item('AzureBastionSubnet'));
      await stage.workspace.drop();
      await stage.workspace.notice.waitFor();
    },
    'offer after a drop': async (stage) => {
      await hub(stage);
      await stage.dragKind('Key vault', stage.workspace.item('log-ml'));
      await stage.workspace.drop();
      await stage.page.getByRole('region', { name: /has no private endpoint yet$/ }).waitFor();
    },
    'endpoint dropped, what it is to serve': async (stage) => {
      await hub(stage);
      await stage.dragKind('Private endpoint', stage.workspace.item('snet-private-endpoints'));
      await stage.workspace.drop();
      await stage.inspector.panel.waitFor();
    },
    marquee: async (stage) => {
      await hub(stage);
      const { page, workspace } = stage;
      const first = await workspace.restingBox(workspace.item('mlw-isolated'));
      const end = await cornerOf(stage, 'log-ml');
      await page.mouse.move(first.x - 12, first.y - 12);
      await page.mouse.down();
      await page.mouse.move(end.x + 8, end.y + 6, { steps: 6 });
    },
    'marquee let go': async (stage) => {
      await hub(stage);
      const { page, workspace } = stage;
      const first = await workspace.restingBox(workspace.item('mlw-isolated'));
      const end = await cornerOf(stage, 'log-ml');
      await page.mouse.move(first.x - 12, first.y - 12);
      await page.mouse.down();
      await page.mouse.move(end.x + 8, end.y + 6, { steps: 6 });
      await page.mouse.up();
      await stage.page.getByRole('heading', { name: /^\d+ resources$/ }).waitFor();
    },
    'several chosen': async (stage) => {
      await hub(stage);
      await stage.select('ci-engineer', 'train-cluster', 'image-build');
    },
    'drag with guides': async (stage) => {
      await hub(stage);
      const beside = await stage.workspace.restingBox(stage.workspace.item('appi-ml'));
      await stage.drag('log-ml', ({ x }) => ({ x: x + 3, y: beside.y + beside.height + 90 }));
    },
    'drag over another place': async (stage) => {
      await hub(stage);
      const to = await stage.workspace.lowerMiddleOf(stage.workspace.item('snet-jump'));
      await stage.drag('train-cluster', () => to);
    },
    'drag over an illegal place': async (stage) => {
      await hub(stage);
      const to = await stage.workspace.lowerMiddleOf(stage.workspace.item('snet-training'));
      await stage.drag('log-ml', () => to);
    },
    'drag several': async (stage) => {
      await hub(stage);
      await stage.select('ci-engineer', 'train-cluster');
      const to = await stage.workspace.lowerMiddleOf(stage.workspace.item('snet-jump'));
      await stage.drag('ci-engineer', () => to);
    },
    'drag a container': async (stage) => {
      await hub(stage);
      await stage.drag('vnet-ml', ({ x, y }) => ({ x: x + 40, y: y + 60 }));
    },
    resize: async (stage) => {
      await hub(stage);
      await stage.select('snet-jump');
      const corner = await cornerOf(stage, 'snet-jump');
      await stage.page.mouse.move(corner.x, corner.y);
      await stage.page.mouse.down();
      await stage.page.mouse.move(corner.x + 40, corner.y + 30, { steps: 5 });
    },
    'connect pull over what it may connect to': async (stage) => {
      await hub(stage);
      await pull(stage, 'snet-private-endpoints', 'afw-hub');
    },
    'connect pull over open ground': async (stage) => {
      await hub(stage);
      await pull(stage, 'snet-training', 'snet-training');
      const { x, y } = await below(stage, 'ampls-ml', 40);
      await stage.page.mouse.move(x, y, { steps: 6 });
    },
    'connect pull over what it may not connect to': async (stage) => {
      await hub(stage);
      await pull(stage, 'log-ml', 'bas-hub');
    },
    'choice of connections': async (stage) => {
      await hub(stage);
      await stage.select('vnet-ml');
      await stage.page.keyboard.press('ControlOrMeta+d');
      await stage.workspace.item('vnet-ml-2').press('c');
      await stage.page.getByRole('region', { name: 'Connect vnet-ml-2' }).waitFor();
    },
    renaming: async (stage) => {
      await hub(stage);
      await stage.select('train-cluster');
      await stage.page.keyboard.press('F2');
      await stage.page.getByRole('textbox', { name: 'Name of train-cluster' }).waitFor();
    },
    'renaming to a name that is taken': async (stage) => {
      await hub(stage);
      await stage.select('train-cluster');
      await stage.page.keyboard.press('F2');
      await stage.page.getByRole('textbox', { name: 'Name of train-cluster' }).fill('image-build');
      await stage.page.getByText('image-build is taken in snet-training').first().waitFor();
    },
    'renaming a container': async (stage) => {
      await hub(stage);
      await stage.select('snet-training');
      await stage.page.keyboard.press('F2');
    },
    removal: async (stage) => {
      await hub(stage);
      await stage.select('snet-training');
      await stage.page.keyboard.press('Delete');
      await stage.page.getByRole('alertdialog', { name: 'Remove snet-training' }).waitFor();
    },
    'hand tool': async (stage) => {
      await hub(stage);
      await stage.workspace.canvas.getByRole('button', { name: 'Drag the view' }).click();
      await stage.park();
    },
    'keyboard focus on a node': async (stage) => {
      await hub(stage);
      await stage.workspace.item('train-cluster').focus();
      await stage.page.keyboard.press('ArrowUp');
    },
  },
});

series('note', {
  from: 'on',
  open: hub,
  states: {
    'being written': async ({ workspace, page, notes }) => {
      await workspace.canvas.getByRole('button', { name: 'Add a note' }).click();
      await notes.field.waitFor();
      await page.keyboard.type('Agreed with the hub team: the only way out is the firewall.');
    },
    written: async ({ page, notes }) => {
      await page.keyboard.press('ControlOrMeta+Enter');
      await notes.any.waitFor();
    },
    'on a resource': async (stage) => {
      await stage.page.keyboard.press('Escape');
      await stage.select('vnet-hub');
      await stage.page.keyboard.press('n');
      await stage.notes.write('Why here', 'Shared with four other teams');
    },
    'its menu': async ({ notes }) => notes.any.last().click({ button: 'right' }),
    'of every tone': async ({ page, workspace, inspector, notes }) => {
      await page.keyboard.press('Escape');
      for (const tone of ['Neutral', 'Network', 'Security', 'DNS', 'People and sites']) {
        await workspace.canvas.getByRole('button', { name: 'Add a note' }).click();
        await notes.write(`About ${tone}`);
        await inspector.panel.getByRole('radio', { name: tone }).check();
        await page.keyboard.press('Escape');
        await inspector.panel.waitFor({ state: 'hidden' });
      }
    },
  },
});

series('hover', {
  open: (stage) => stage.openFiles(fixture('claims-export.json')),
  states: {
    node: ({ workspace }) => workspace.item('mlw-claims').hover(),
    sign: ({ workspace }) =>
      workspace.canvas
        .getByRole('button', { name: /^Finding \d+: / })
        .first()
        .hover(),
    'missing part': ({ workspace }) => workspace.canvas.locator('.canvas-item--ghost').first().hover(),
    undo: ({ workspace }) => workspace.undo.hover({ force: true }),
    tool: ({ workspace }) => workspace.canvas.getByRole('button', { name: 'Add a note' }).hover(),
    'zoom button': ({ page }) => page.getByRole('button', { name: 'Show the whole drawing' }).hover(),
    'row of the findings': ({ workspace }) => workspace.findings.getByRole('listitem').first().hover(),
    'sign opened': async ({ workspace }) => {
      await workspace.canvas
        .getByRole('button', { name: /^Finding \d+: / })
        .first()
        .click();
      await workspace.inspector.getByRole('article').first().waitFor();
    },
  },
});

series('line', {
  open: hub,
  states: {
    'peering hovered': ({ page }) => page.getByRole('button', { name: /^Peering of/ }).hover(),
    'peering chosen': ({ page }) => page.getByRole('button', { name: /^Peering of/ }).click(),
    'peering menu': ({ page }) =>
      page.getByRole('button', { name: /^Peering of/ }).click({ button: 'right' }),
  },
});

series('menu', {
  open: hub,
  states: {
    node: ({ workspace }) => workspace.item('train-cluster').click({ button: 'right' }),
    'add inside': async ({ workspace, page }) => {
      await workspace.item('snet-training').press('Shift+F10');
      await page.getByRole('menuitem', { name: /^Add inside/ }).click();
    },
    'move to': async ({ workspace, page }) => {
      await workspace.item('train-cluster').press('Shift+F10');
      await page.getByRole('menuitem', { name: 'Move to' }).click();
    },
    ground: async (stage) => {
      const { x, y } = await below(stage, 'West Europe', 30);
      await stage.page.mouse.click(x, y, { button: 'right' });
      await stage.page.getByRole('menu', { name: 'Drawing' }).waitFor();
    },
    'ground, add': async (stage) => {
      const { x, y } = await below(stage, 'West Europe', 30);
      await stage.page.mouse.click(x, y, { button: 'right' });
      await stage.page.getByRole('menuitem', { name: /^Add(?! a note)/ }).click();
    },
    several: async (stage) => {
      await stage.select('ci-engineer', 'train-cluster');
      await stage.workspace.item('train-cluster').click({ button: 'right' });
    },
    'of the inspector': async (stage) => {
      await stage.select('train-cluster');
      await stage.inspector.button('More for train-cluster').click();
    },
    'of the design': ({ page }) => page.getByRole('button', { name: 'Design menu' }).click(),
  },
});
