import { describe, expect, it } from 'vitest';
import { emptyDesign } from '#model';
import { createAppStore } from '#store';
import type { Browser, CommandContext } from './command.ts';
import { removeRules } from './custom-rules.ts';
import { openFiles } from './open-files.ts';

const rulesFile = (severity = 'warning') =>
  new File(
    [
      JSON.stringify({
        rulesVersion: 1,
        name: 'House',
        rules: [
          {
            id: 'house-no-bastion',
            check: 'forbidden-kind',
            kinds: ['bastion'],
            title: 'There is a Bastion',
            severity,
            why: 'Why',
            remedy: 'Remedy',
          },
        ],
      }),
    ],
    'house.json',
  );

function setUp(screen: 'start' | 'workspace') {
  const store = createAppStore(emptyDesign('a'));
  store.getState().setView({ screen });
  const browser: Partial<Browser> = {
    focus: () => undefined,
    newId: () => 'new' as ReturnType<Browser['newId']>,
    importFiles: async () => ({ ok: true, design: emptyDesign('b'), notes: [] }),
  };
  const context: CommandContext = { store, browser: browser as Browser };
  return { context, store, names: () => store.getState().customRules.map(({ name }) => name) };
}

describe('rules of an organisation', () => {
  it('are loaded beside the design on screen, once, and removed, each a step that undo takes back', async () => {
    const { context, store, names } = setUp('workspace');
    await openFiles(context, [rulesFile()]);
    await openFiles(context, [rulesFile('error')]);
    expect(names()).toEqual(['House']);
    expect(store.getState()).toMatchObject({ design: { name: 'a' }, lastEdit: 'load the rules of House' });
    removeRules(context, 'House');
    expect(names()).toEqual([]);
    store.temporal.getState().undo();
    expect(store.getState().customRules[0]?.rules[0]?.severity).toBe('error');
    store.temporal.getState().undo(2);
    expect(names()).toEqual([]);
  });

  it('open together with a design', async () => {
    const { context, store, names } = setUp('start');
    await openFiles(context, [rulesFile(), new File(['[]'], 'export.json')]);
    expect(names()).toEqual(['House']);
    expect(store.getState().design.name).toBe('b');
  });

  it('are refused in one sentence where they cannot be used, or where there is no design', async () => {
    const { context, store } = setUp('workspace');
    await openFiles(context, [rulesFile('fatal')]);
    const { notice } = store.getState();
    expect(notice?.title).toBe('Could not open house.json');
    expect(notice?.text).toMatch(/^rules\[0\]\.severity of “house-no-bastion”/);
    const start = setUp('start');
    await openFiles(start.context, [rulesFile()]);
    expect(start.store.getState().notice?.text).toContain('together with a design');
  });
});
