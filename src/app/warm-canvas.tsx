import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { CanvasIn } from '#canvas';
import type { CommandContext } from '#commands';
import { type Design, emptyDesign } from '#model';
import { createAppStore } from '#store';
import { CommandProvider, StoreProvider } from '#ui';
import type { Verdict } from './check-scheduler.ts';
import { knownDesigns } from './known-designs.ts';

/** Milliseconds of work after which the browser's compiler knows the way: a large design is then on screen in a third less time. */
const warmMs = 1000;

/** Milliseconds in which the browser has to have nothing else to do, so that a known design is drawn in them. */
const spareMs = 20;

const nothing = () => emptyDesign('');

/** Windows in which designs are seen in full, and from far away. */
const windows = [
  { width: 1600, height: 1000 },
  { width: 200, height: 150 },
] as const;

/** Draws a design and mounts its canvas where nobody sees it: in no page, so that nothing is styled, laid out or heard of. */
function mount(
  design: Design,
  { result, tookMs, internet }: Verdict,
  window: (typeof windows)[number],
  browser: CommandContext['browser'],
): void {
  const store = createAppStore(design);
  store.getState().setResult(result, tookMs, internet);
  const root = createRoot(document.createElement('div'));
  flushSync(() =>
    root.render(
      <StoreProvider store={store}>
        <CommandProvider context={{ store, browser }}>
          <CanvasIn window={window} />
        </CommandProvider>
      </StoreProvider>,
    ),
  );
  flushSync(() => root.unmount());
}

const spareMoment = () =>
  new Promise<void>((resolve) => {
    const look = (deadline: IdleDeadline) =>
      deadline.timeRemaining() >= spareMs ? resolve() : void requestIdleCallback(look);
    requestIdleCallback(look);
  });

interface Practice {
  readonly browser: CommandContext['browser'];
  check(design: Design): Promise<Verdict>;
  isOfUse(): boolean;
}

/** Judges and shows known designs to nobody, one in each moment that nobody needs, for as long as that is of use. */
export async function warmCanvas({ browser, check, isOfUse }: Practice): Promise<void> {
  // Safari tells of no such moments.
  if (typeof requestIdleCallback !== 'function') return;
  let spentMs = 0;
  for (let turn = 0; spentMs < warmMs; turn += 1) {
    // What every canvas has is the most of the first: it comes with nothing on it.
    const design = (turn > 0 && knownDesigns[turn % knownDesigns.length]?.()) || nothing();
    const window = windows[turn % windows.length] ?? windows[0];
    const verdict = await check(design);
    await spareMoment();
    if (!isOfUse()) return;
    const started = performance.now();
    mount(design, verdict, window, browser);
    spentMs += performance.now() - started;
  }
}
