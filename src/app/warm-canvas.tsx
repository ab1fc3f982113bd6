import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { CanvasIn } from '#canvas';
import type { CommandContext } from '#commands';
import { type Design, emptyDesign } from '#model';
import { createAppStore } from '#store';
import { CommandProvider, StoreProvider } from '#ui';
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
function mount(design: Design, window: (typeof windows)[number], browser: CommandContext['browser']): void {
  const store = createAppStore(design);
  const { result, setResult } = store.getState();
  setResult(result, 0, []);
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

/** Shows known designs to nobody, one in each moment that nobody needs, for as long as that is of use. */
export function warmCanvas(browser: CommandContext['browser'], isOfUse: () => boolean): void {
  let spentMs = 0;
  let turn = 0;
  const show = (deadline: IdleDeadline) => {
    // What every canvas has is the most of the first: it comes with nothing on it.
    const build = turn === 0 ? nothing : knownDesigns[turn % knownDesigns.length];
    const window = windows[turn % windows.length];
    if (!build || !window || spentMs >= warmMs || !isOfUse()) return;
    if (deadline.timeRemaining() >= spareMs) {
      const started = performance.now();
      mount(build(), window, browser);
      spentMs += performance.now() - started;
      turn += 1;
    }
    requestIdleCallback(show);
  };
  requestIdleCallback(show);
}
