import type { AppStore, State } from '#store';
import { listKept, readyForLate, writeCurrent, writeKept, writeLate } from './kept-designs.ts';

/** Least time between two writes: the first edit after a rest is kept at once, what follows it in a row together. */
const pauseMs = 300;

const failed = {
  tone: 'warning',
  title: 'This browser cannot keep the design',
  text: 'It is full or private. Save the design as a file before you close the tab.',
} as const;

const contentOf = (
  { design, designKey, openingNotes, customRules, result }: State,
  { savedAt, writer }: { savedAt: number; writer: string },
) => ({
  entry: {
    key: designKey,
    name: design.name,
    savedAt,
    errors: result.summary.errors,
    warnings: result.summary.warnings,
    passed: result.summary.passed,
  },
  content: { name: design.name, text: JSON.stringify(design), notes: openingNotes, customRules, writer },
});

export interface Keeper {
  /** Says at which revision a design was opened, so that only newer ones count as another tab's. */
  opened(key: string, revision: number): void;
  /** Keeps what is not kept yet, at once. */
  flush(): Promise<void>;
}

/** Keeps the design on screen in this browser, right after each edit and before the tab goes. */
export function startKeeping(store: AppStore, newKey: () => string): Keeper {
  const writer = newKey();
  const revisions = new Map<string, number>();
  let timer: number | undefined;
  let restingFrom = 0;
  /** The design of which it has been said that it cannot be kept. */
  let failedKey: string | undefined;
  let isWriting = false;
  let writing = Promise.resolve();

  const keep = async (state: State) => {
    if (state.designKey === '') return;
    const { entry, content } = contentOf(state, { savedAt: Date.now(), writer });
    try {
      const revision = await writeKept(entry, revisions.get(entry.key) ?? 0, content);
      if (revision === undefined) return forkFrom(state);
      revisions.set(entry.key, revision);
      store.getState().setView({ recentDesigns: await listKept() });
    } catch {
      if (failedKey !== state.designKey) store.getState().setView({ notice: failed });
      failedKey = state.designKey;
    }
  };

  /** Another tab has kept a newer state of the same design: ours goes on under a key of its own. */
  const forkFrom = ({ designKey }: State) => {
    const { design } = store.getState();
    if (store.getState().designKey !== designKey) return;
    store.setState({ designKey: newKey() });
    store.getState().edit('rename the copy', () => ({ ...design, name: `${design.name} (this tab)` }));
    store.getState().setView({
      notice: {
        tone: 'warning',
        title: 'The design was changed in another tab',
        text: 'Both are kept: yours goes on as a design of its own.',
      },
    });
  };

  const flush = (state = store.getState()) => {
    if (timer === undefined) return writing;
    window.clearTimeout(timer);
    timer = undefined;
    restingFrom = performance.now() + pauseMs;
    isWriting = true;
    const mine = writing.then(() => keep(state));
    writing = mine.then(() => {
      if (writing === latest) isWriting = false;
    });
    const latest = writing;
    return writing;
  };

  readyForLate().catch(() => undefined);
  store.subscribe((state, past) => {
    // What could not be opened yet is not forgotten for that.
    if (state.designKey !== past.designKey || (state.screen !== past.screen && past.screen !== 'opening'))
      writeCurrent(state.screen === 'workspace' ? state.designKey : undefined).catch(() => undefined);
    if (state.designKey !== past.designKey) void flush(past);
    if (
      state.design === past.design &&
      state.result === past.result &&
      state.customRules === past.customRules
    )
      return;
    // Never in the event itself, which may be a key being typed.
    timer ??= window.setTimeout(() => flush(), Math.max(restingFrom - performance.now(), 0));
  });
  window.addEventListener('pagehide', () => {
    const state = store.getState();
    if ((timer === undefined && !isWriting) || state.designKey === '') return;
    const { content } = contentOf(state, { savedAt: Date.now(), writer });
    writeLate(state.designKey, revisions.get(state.designKey) ?? 0, content).catch(() => undefined);
    void flush();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flush();
  });

  return {
    opened: (key, revision) => void revisions.set(key, revision),
    flush: () => flush(),
  };
}
