import { describe, expect, it } from 'vitest';
import { type Design, edits, emptyDesign, type ResourceId } from '#model';
import { historyOf, nearestSteps, resumeHistory } from './history.ts';
import { type AppStore, createAppStore } from './store.ts';

const rename = (store: AppStore, name: string) =>
  store.getState().edit(`rename to ${name}`, (design) => edits.renameDesign(design, name));

/** As a browser keeps it: the design as text, the steps as data. */
const read = <T>(value: T): T => structuredClone(value);
const reopened = (design: Design): Design => JSON.parse(JSON.stringify(design));

const open = (store: AppStore, design: Design, key: string) => {
  store.getState().replaceDesign(design, key, []);
  store.temporal.getState().clear();
};

describe('a history', () => {
  it('leads on from the design that was opened again, back and forth, and names the steps', () => {
    const store = createAppStore(emptyDesign('a'));
    rename(store, 'b');
    rename(store, 'c');
    rename(store, 'd');
    store.temporal.getState().undo();
    const history = read(historyOf(store, store.getState()));
    const { design } = store.getState();

    open(store, emptyDesign('other'), 'other');
    open(store, reopened(design), 'same');
    expect(resumeHistory(store, history)).toBe(true);

    expect(store.getState().lastEdit).toBe('rename to c');
    store.temporal.getState().undo();
    expect(store.getState()).toMatchObject({ design: { name: 'b' }, lastEdit: 'rename to b' });
    store.temporal.getState().redo(2);
    expect(store.getState().design.name).toBe('d');
    store.temporal.getState().undo(3);
    expect(store.getState().design.name).toBe('a');
  });

  it('is read from the state in which another design has just taken the place, before it is cleared', () => {
    const store = createAppStore(emptyDesign('a'));
    rename(store, 'b');
    let names: readonly string[] = [];
    store.subscribe((state, past) => {
      if (state.designKey === past.designKey) return;
      const { past: steps, present } = historyOf(store, past);
      names = [...steps, present].map(({ design }) => design.name);
    });
    open(store, emptyDesign('other'), 'other');
    expect(names).toEqual(['a', 'b']);
  });

  it('goes on behind what has been done since, and every later edit is a step of its own', () => {
    const store = createAppStore(emptyDesign('a'));
    for (const name of ['b', 'c', 'd', 'e', 'f']) rename(store, name);
    const history = read(historyOf(store, store.getState()));
    const { design } = store.getState();

    const later = createAppStore(emptyDesign(''));
    open(later, reopened(design), 'same');
    rename(later, 'g');
    expect(resumeHistory(later, history)).toBe(true);
    const names = () => {
      later.temporal.getState().undo();
      return [later.getState().design.name, later.getState().lastEdit];
    };
    expect(names()).toEqual(['f', 'rename to f']);
    for (const name of ['e', 'd', 'c']) expect(names()).toEqual([name, `rename to ${name}`]);
    for (const name of ['x', 'y', 'z']) rename(later, name);
    expect(names()).toEqual(['y', 'rename to y']);
    expect(names()[0]).toBe('x');
    expect(names()[0]).toBe('c');
  });

  it('that led to another state of the design is of no use', () => {
    const store = createAppStore(emptyDesign('a'));
    rename(store, 'b');
    const history = historyOf(store, store.getState());
    open(store, emptyDesign('changed in another tab'), 'same');
    expect(resumeHistory(store, history)).toBe(false);
    expect(store.temporal.getState().pastStates).toHaveLength(0);
  });

  it('is shortened at its far ends, to so many steps and so many resources', () => {
    const store = createAppStore(emptyDesign('0'));
    const grow = (number: number) =>
      store
        .getState()
        .edit(`add ${number}`, (design) =>
          edits.addResource(design, { id: `r${number}` as ResourceId, kind: 'region', name: `r${number}` }),
        );
    for (let number = 1; number <= 6; number += 1) grow(number);
    store.temporal.getState().undo(2);
    const counts = (most: { steps: number; resources: number }) => {
      const { past, future } = nearestSteps(historyOf(store, store.getState()), most);
      return [past, future].map((steps) => steps.map(({ design }) => design.resources.length));
    };
    expect(counts({ steps: 9, resources: 99 })).toEqual([
      [0, 1, 2, 3],
      [6, 5],
    ]);
    expect(counts({ steps: 2, resources: 99 })).toEqual([
      [2, 3],
      [6, 5],
    ]);
    expect(counts({ steps: 9, resources: 5 })).toEqual([[2, 3], []]);
  });
});
