import { createStore, delMany, get, keys } from 'idb-keyval';
import { type AppStore, type History, historyOf, nearestSteps, resumeHistory, type State } from '#store';
import { whenIdle } from '#ui';

const database = createStore('isoplan-histories', 'histories');

/** Milliseconds without an edit after which its history is written: never while something is typed. */
const restMs = 2000;

/** Of each design: what is written in some milliseconds, in a moment that nobody needs. */
const mostKept = { steps: 200, resources: 20_000 };
/** The designs worked at last, whose histories outlive the page. */
const mostDesigns = 10;
/** The designs worked at last, whose whole histories this page holds. */
const mostHeld = 5;

/** Writes without an answer, since a page that goes hears none. What steps have in common is written once. */
const write = (key: string, history: History): Promise<void> =>
  database('readwrite', (store) => {
    store.put(nearestSteps(history, mostKept), key);
    store.transaction.commit();
  });

async function forgetOld({ recentDesigns, designKey }: State): Promise<void> {
  const lasting = new Set([designKey, ...recentDesigns.slice(0, mostDesigns).map(({ key }) => key)]);
  const old = (await keys<string>(database)).filter((key) => !lasting.has(key));
  if (old.length > 0) await delMany(old, database);
}

/**
 * Keeps the steps of undo with each design: whole while the page is open, the nearest of them in this browser, from
 * where they come back with the design, also after the page was loaded anew.
 */
export function keepHistories(store: AppStore): void {
  const held = new Map<string, History>();
  let timer: number | undefined;

  const keep = (state: State) => {
    if (timer === undefined) return;
    window.clearTimeout(timer);
    timer = undefined;
    write(state.designKey, historyOf(store, state))
      .then(() => forgetOld(store.getState()))
      .catch(() => undefined);
  };

  const hold = (state: State) => {
    const { designKey } = state;
    held.delete(designKey);
    held.set(designKey, historyOf(store, state));
    for (const key of [...held.keys()].slice(0, -mostHeld)) held.delete(key);
  };

  const resume = async (key: string) => {
    const history = held.get(key) ?? (await get<History>(key, database));
    if (history && store.getState().designKey === key) resumeHistory(store, history);
  };
  const resumeQuietly = ({ designKey }: State) =>
    void (designKey === '' ? undefined : resume(designKey).catch(() => undefined));

  store.subscribe((state, past) => {
    if (state.designKey !== past.designKey) {
      if (past.designKey !== '') {
        keep(past);
        hold(past);
      }
      // Once the history of before is cleared.
      queueMicrotask(() => resumeQuietly(state));
      return;
    }
    if (state.recentDesigns !== past.recentDesigns) {
      const gone = past.recentDesigns.filter(
        (one) => !state.recentDesigns.some(({ key }) => key === one.key),
      );
      if (gone.length > 0)
        delMany(
          gone.map(({ key }) => key),
          database,
        ).catch(() => undefined);
    }
    if (state.step === past.step || state.designKey === '') return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => whenIdle(() => keep(store.getState())), restMs);
  });
  window.addEventListener('pagehide', () => keep(store.getState()));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep(store.getState());
  });
  resumeQuietly(store.getState());
}
