import { describe, expect, it } from 'vitest';
import { drawnBoxes } from '#drawing';
import type { ResourceId } from '#model';
import { commandContext, design } from '#testing';
import { allCommands } from '../all-commands.ts';
import { resizeTo } from './resize.ts';

const id = (text: string) => text as ResourceId;

const box = (x: number, y: number) => ({ x, y, width: 150, height: 44 });

const start = () => ({
  ...design()
    .inRegion('storage-account', 'a')
    .inRegion('key-vault', 'b')
    .inRegion('workspace', 'c')
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.0.0/24')
    .privateDnsZone('zone-1')
    .privateDnsZone('zone-2')
    .privateDnsZone('zone-3')
    .build(),
  layout: { a: box(40, 100), b: box(80, 300), c: box(300, 360) },
});

const run = (name: string, ...selected: readonly string[]) => {
  const context = commandContext(start());
  context.store.getState().selectAll(selected.map(id));
  const command = allCommands.find((one) => one.id === name);
  if (!command?.isEnabled?.(context.store.getState())) throw new Error(`${name} cannot run`);
  void command.run(context);
  const { design: after, result, lastEdit } = context.store.getState();
  return { boxes: drawnBoxes(after, result), lastEdit, context, command };
};

describe('placing', () => {
  it.each([
    ['align-left', [40, 40, 40], 'align left edges: 3 resources'],
    ['align-right', [300, 300, 300], 'align right edges: 3 resources'],
    ['align-middle', [170, 170, 170], 'align middles in a column: 3 resources'],
  ])('%s puts things in one column, and says how', (name, wanted, label) => {
    const { boxes, lastEdit } = run(name, 'a', 'b', 'c');
    expect(['a', 'b', 'c'].map((one) => boxes[one]?.x)).toEqual(wanted);
    expect(lastEdit).toBe(label);
  });

  it.each([
    ['nudge-left', ['a'], 'Moved a, to 36 across and 100 down.'],
    ['nudge-down-far', ['a', 'b'], 'Moved 2 resources, the first of them to 40 across and 120 down.'],
    ['resize-wider', ['vnet'], /^vnet is \d+ wide and \d+ high\.$/],
  ])('%s is told once the key rests', (name, selected, text) => {
    const { context } = run(name, ...selected);
    expect(context.store.getState().announcement).toMatchObject({
      text: expect.stringMatching(text),
      waits: true,
    });
  });

  it('says so where there is nothing to do, which is no step', () => {
    const { context, command } = run('align-left', 'a', 'b', 'c');
    expect(context.store.getState().announcement?.text).toBe('Done: align left edges: 3 resources.');
    const { design } = context.store.getState();
    void command.run(context);
    expect(context.store.getState().design).toBe(design);
    expect(context.store.getState().notice?.title).toBe('Nothing to align');
  });

  it.each([
    [['a'], 'two', 'three'],
    [['a', 'b'], undefined, 'three'],
    [['a', 'b', 'c'], undefined, undefined],
    // Of different containers, and without boxes.
    [['a', 'snet'], 'two', 'three'],
    [['zone-1', 'zone-2', 'zone-3'], 'two', 'three'],
    [['a', 'b', 'zone-1'], undefined, 'three'],
  ])('with %j selected, aligning asks for %s and distributing for %s', (selected, align, distribute) => {
    const context = commandContext(start());
    context.store.getState().selectAll(selected.map(id));
    const state = context.store.getState();
    for (const [group, wanted] of [
      ['align-', align],
      ['distribute-', distribute],
    ] as const)
      for (const command of allCommands.filter((one) => one.id.startsWith(group))) {
        expect(command.isEnabled?.(state), command.id).toBe(wanted === undefined);
        expect(command.obstacle?.(state)).toBe(wanted && `select ${wanted} boxes in the same container`);
      }
  });

  it('distribute-down leaves the first and the last where they are', () => {
    const { boxes } = run('distribute-down', 'a', 'b', 'c');
    expect(['a', 'b', 'c'].map((one) => boxes[one]?.y)).toEqual([100, 230, 360]);
  });

  it('a run of small moves of the same things is one step of the history', () => {
    const { context, command } = run('nudge-right', 'a');
    void command.run(context);
    void command.run(context);
    expect(context.store.getState().design.layout.a).toMatchObject({ x: 52, y: 100 });
    expect(context.store.temporal.getState().pastStates).toHaveLength(1);
    context.store.temporal.getState().undo();
    expect(context.store.getState().design.layout.a).toMatchObject({ x: 40 });
    void command.run(context);
    expect(context.store.temporal.getState().pastStates).toHaveLength(1);
  });

  it('what was undone in between ends a run', () => {
    const { context, command } = run('nudge-right', 'a');
    context.store.getState().edit('rename', (before) => ({ ...before, name: 'other' }));
    context.store.temporal.getState().undo();
    void command.run(context);
    expect(context.store.temporal.getState().pastStates).toHaveLength(2);
    expect(context.store.temporal.getState().futureStates).toHaveLength(0);
  });

  it('a container takes the size that it is given, but not less than its contents need', () => {
    const context = commandContext(start());
    resizeTo(context, id('vnet'), { width: 600, height: 500 });
    const { design: after, result } = context.store.getState();
    expect(drawnBoxes(after, result).vnet).toMatchObject({ width: 600, height: 500 });
    resizeTo(context, id('westeurope'), { width: 10, height: 10 });
    const region = drawnBoxes(context.store.getState().design, result).westeurope;
    expect(region?.width).toBeGreaterThan(600);
  });
});
