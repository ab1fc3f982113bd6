import { type CommandContext, loadAdding, loadCopying, loadFixing } from '#commands';
import { rulesReader } from '#importers';
import type { AppStore, State } from '#store';
import { fetchParts, fetchPartsAtHand } from '#ui';
import type { FindingsAsker } from './ask-findings.ts';
import { warmExport } from './browser.ts';
import { warmImporter } from './import-in-worker.ts';
import { isPicking } from './pick-files.ts';

/** Milliseconds without a hand on it after which a page without a design counts as standing. */
const restMs = 1800;
/** Milliseconds between the verdict on a design and fetching: what it says is drawn and on screen by then. */
const settleMs = 2000;

/** Signs of a hand. */
const touches = ['pointerdown', 'keydown', 'dragover'] as const;

const onWayDown = { capture: true, passive: true };

const isEdited = ({ screen, checkedInMs, hasCheckFailed }: State): boolean =>
  screen === 'workspace' && (checkedInMs !== undefined || hasCheckFailed);

/** Until it is here, an edit arranges anew what nobody has placed. */
function fetchKeeping(store: AppStore): void {
  import('./keep-places.ts').then(({ keepPlaces }) => keepPlaces(store)).catch(() => undefined);
}

/** Once: from the first design on, or before it where the page has stood. */
function fetchHistories(store: AppStore): void {
  import('./keep-histories.ts').then(({ keepHistories }) => keepHistories(store)).catch(() => undefined);
}

function fetchAtHand(store: AppStore): void {
  fetchKeeping(store);
  loadAdding().catch(() => undefined);
  fetchPartsAtHand();
}

/** What is loaded on use: other readers, writers, and parts of the screen; what fails, when it is called again. */
function fetchNow(store: AppStore): void {
  fetchKeeping(store);
  warmImporter();
  void rulesReader().catch(() => undefined);
  warmExport().catch(() => undefined);
  loadAdding().catch(() => undefined);
  loadCopying().catch(() => undefined);
  loadFixing().catch(() => undefined);
  fetchParts();
}

function fetchRest(store: AppStore): void {
  fetchNow(store);
  window.addEventListener('online', () => fetchNow(store));
}

/**
 * Fetches what is loaded on use once the first design can be edited, or when the page has stood for a while: what is
 * needed first comes first, and afterwards nothing is asked of the server. A page that has stood also mounts known
 * designs, so that the first design is drawn as quickly as those that follow it.
 */
export function fetchAhead({ store, browser }: CommandContext, asker: FindingsAsker): void {
  let timer: number | undefined;
  const listening = new AbortController();
  const wait = (ms: number, then: () => void) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(then, ms);
  };
  const end = () => {
    listening.abort();
    fetchHistories(store);
    fetchRest(store);
  };
  const rest = () => {
    const { screen, busy } = store.getState();
    if (screen === 'workspace' || busy || isPicking()) wait(restMs, rest);
    else {
      end();
      warmUp().catch(() => undefined);
    }
  };
  const warmUp = async () => {
    const { warmCanvas } = await import('./warm-canvas.tsx');
    await warmCanvas({
      browser,
      check: (design) => asker.check(design, { today: '', custom: [] }),
      isOfUse: () => store.getState().screen !== 'workspace',
    });
  };
  const restAgain = () => wait(restMs, rest);
  const leave = store.subscribe((state) => {
    if (!isEdited(state)) return;
    leave();
    listening.abort();
    fetchHistories(store);
    const hand = new AbortController();
    // A hand that is quicker than all the rest needs this first.
    for (const touch of [...touches, 'pointermove'])
      window.addEventListener(touch, () => fetchAtHand(store), {
        ...onWayDown,
        once: true,
        signal: hand.signal,
      });
    wait(settleMs, () => {
      hand.abort();
      fetchRest(store);
    });
  });
  listening.signal.addEventListener('abort', leave);
  const options = { ...onWayDown, signal: listening.signal };
  window.addEventListener('load', restAgain, options);
  for (const touch of touches) window.addEventListener(touch, restAgain, options);
}
