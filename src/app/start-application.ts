import { allCommands, bindShortcuts, type CommandContext, openRecent } from '#commands';
import { emptyDesign } from '#model';
import { type AppStore, createAppStore } from '#store';
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

/** Shows what this browser keeps: the list, and the design that was on screen last. */
async function restore(context: CommandContext): Promise<void> {
  try {
    context.store.getState().setView({ recentDesigns: await listKept() });
    const current = await readCurrent();
    if (current !== undefined && context.store.getState().designKey === '')
      await openRecent(context, current);
  } catch {
    // A private window keeps nothing: the start screen says all there is to say.
  }
}

/** Store, worker, persistence and shortcuts, wired together. */
export function startApplication(): Application {
  const store = createAppStore(emptyDesign(''));
  const keeper = startKeeping(store, newId);
  const asker = createFindingsAsker();
  const ahead = createFixAhead(asker);
  const context: CommandContext = { store, browser: browserFor(store, keeper, ahead) };
  startFixingAhead(store, ahead, today);
  startChecking(store, asker, today);
  keepFocusInPart(store);
  bindShortcuts(window, allCommands, context);
  void restore(context);
  fetchAhead(context, asker);
  return { store, context };
}
