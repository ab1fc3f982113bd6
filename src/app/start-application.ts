import { allCommands, bindShortcuts, type CommandContext, openRecent } from '#commands';
import { emptyDesign } from '#model';
import { type AppStore, createAppStore } from '#store';
import { followPointer } from '#ui';
import { createFindingsAsker } from './ask-findings.ts';
import { browserFor, today } from './browser.ts';
import { fetchAhead } from './fetch-ahead.ts';
import { createFixAhead, startFixingAhead } from './fix-ahead.ts';
import { keepFocusInPart } from './focus.ts';
import { listKept, readCurrent } from './kept-designs.ts';
import { newId } from './new-id.ts';
import { startKeeping } from './persistence.ts';
import { startChecking } from './start-checking.ts';

export interface Application {
  readonly store: AppStore;
  readonly context: CommandContext;
}

/** How long a browser may take to say what was on screen last, in ms; one that never says is not waited for. */
const patienceMs = 3000;

const lastOnScreen = (): Promise<string | undefined> =>
  Promise.race([readCurrent(), new Promise<undefined>((resolve) => window.setTimeout(resolve, patienceMs))]);

/** Shows what this browser keeps: the design that was on screen last, else the start screen with the list. */
async function restore(context: CommandContext): Promise<void> {
  const { getState } = context.store;
  const list = listKept().then((recentDesigns) => getState().setView({ recentDesigns }));
  list.catch(() => undefined);
  try {
    const current = await lastOnScreen();
    if (current !== undefined && getState().designKey === '') await openRecent(context, current);
  } catch {
    // A private window keeps nothing: the start screen says all there is to say.
  }
  if (getState().screen === 'opening') getState().setView({ screen: 'start' });
}

/** Store, worker, persistence and shortcuts, wired together. */
export function startApplication(): Application {
  const store = createAppStore(emptyDesign(''));
  store.getState().setView({ screen: 'opening' });
  const keeper = startKeeping(store, newId);
  const asker = createFindingsAsker();
  const ahead = createFixAhead(asker);
  const context: CommandContext = { store, browser: browserFor(store, keeper, ahead) };
  startFixingAhead(store, ahead, today);
  startChecking(store, asker, today);
  keepFocusInPart(store);
  bindShortcuts(window, allCommands, context);
  const restPointer = followPointer();
  store.subscribe(({ screen }, before) => {
    if (screen !== before.screen) restPointer();
  });
  void restore(context);
  fetchAhead(context, asker);
  return { store, context };
}
