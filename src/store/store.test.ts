import { describe, expect, it } from 'vitest';
import { type Design, edits, emptyDesign, type ResourceId } from '#model';
import { createAppStore } from './store.ts';

const rename = (name: string) => (design: Design) => edits.renameDesign(design, name);

describe('the store', () => {
  it('makes one undo step of one edit, and names it', () => {
    const store = createAppStore(emptyDesign('a'));
    store.getState().edit('rename', rename('b'));
    store.getState().edit('rename again', rename('c'));
    expect(store.getState().lastEdit).toBe('rename again');
    store.temporal.getState().undo();
    expect(store.getState().design.name).toBe('b');
    expect(store.getState().lastEdit).toBe('rename');
    store.temporal.getState().redo();
    expect(store.getState().design.name).toBe('c');
  });

  it('makes no step of an edit that changes nothing, nor of a change of view', () => {
    const store = createAppStore(emptyDesign('a'));
    store.getState().edit('rename', rename('a'));
    store.getState().setView({ leftPanel: 'outline' });
    store.getState().select('x' as ResourceId);
    expect(store.temporal.getState().pastStates).toHaveLength(0);
  });

  it('keeps a thousand steps', () => {
    const store = createAppStore(emptyDesign('0'));
    for (let step = 1; step <= 1000; step += 1) store.getState().edit('rename', rename(String(step)));
    store.temporal.getState().undo(1000);
    expect(store.getState().design.name).toBe('0');
  });

  it('opens a finding at its resource and counts each jump', () => {
    const store = createAppStore(emptyDesign('a'));
    store.getState().openFinding('f', 'x' as ResourceId);
    store.getState().jumpTo('x' as ResourceId);
    expect(store.getState()).toMatchObject({ finding: 'f', selection: 'x', jump: { to: 'x', at: 2 } });
  });

  it('starts another design with nothing selected', () => {
    const store = createAppStore(emptyDesign('a'));
    store.getState().select('x' as ResourceId);
    store.getState().setResult({ ...store.getState().result, passed: [] }, 3);
    const verdict = store.getState().result;
    store.getState().replaceDesign(emptyDesign('b'), 'key', []);
    expect(store.getState()).toMatchObject({ screen: 'workspace', selection: undefined, designKey: 'key' });
    expect(store.getState().result).not.toBe(verdict);
    expect(store.getState().checkedInMs).toBeUndefined();
  });

  it('counts as unchecked after a check that broke off', () => {
    const store = createAppStore(emptyDesign('a'));
    store.getState().setResult(store.getState().result, 3);
    store.getState().setCheckFailed();
    expect(store.getState()).toMatchObject({
      hasCheckFailed: true,
      checkedInMs: undefined,
      isChecking: false,
    });
  });
});
