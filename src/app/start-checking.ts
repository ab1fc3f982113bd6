import type { Design } from '#model';
import type { AppStore, State } from '#store';
import { createCheckScheduler, type Verdict } from './check-scheduler.ts';
import { createDeltaSender } from './design-delta.ts';
import type { CheckRequest } from './findings.worker.ts';
import workerUrl from './findings.worker.ts?worker&url';
import { startWorker } from './trusted-worker.ts';

/** A check that takes longer than this is announced. */
const patienceMs = 300;

const decides = ({ design, customRules }: State, { design: past, customRules: pastRules }: State): boolean =>
  customRules !== pastRules ||
  design.resources !== past.resources ||
  design.goals !== past.goals ||
  design.source !== past.source ||
  design.accepted !== past.accepted;

/** Asks a worker anew after one that died: the next design may be one that it survives. */
function createChecker(store: AppStore, today: () => string): (design: Design) => Promise<Verdict> {
  let worker: Worker | undefined = startWorker(workerUrl);
  let send = createDeltaSender();
  return (design) =>
    new Promise((resolve, reject) => {
      const current = worker ?? startWorker(workerUrl);
      worker = current;
      current.onmessage = ({ data }: MessageEvent<Verdict>) => resolve(data);
      current.onerror = (event) => {
        current.terminate();
        worker = undefined;
        send = createDeltaSender();
        reject(new Error(event.message || 'The check could not start.'));
      };
      const request: CheckRequest = {
        delta: send(design),
        today: today(),
        custom: store.getState().customRules,
      };
      current.postMessage(request);
    });
}

/** Keeps the store's findings true to its design; positions alone start nothing. */
export function startChecking(store: AppStore, today: () => string): void {
  let announcing: number | undefined;
  const settle = () => {
    window.clearTimeout(announcing);
    announcing = undefined;
  };
  const scheduler = createCheckScheduler({
    check: createChecker(store, today),
    publish: ({ result, tookMs }) => {
      settle();
      store.getState().setResult(result, tookMs);
    },
    fail: (reason) => {
      settle();
      const { setCheckFailed, setView } = store.getState();
      setCheckFailed();
      setView({
        notice: {
          tone: 'error',
          title: 'The design could not be checked',
          text: `Findings on screen may be those of before. ${reason instanceof Error ? reason.message : ''}`,
        },
      });
    },
  });
  store.subscribe((state, past) => {
    if (!decides(state, past)) return;
    announcing ??= window.setTimeout(() => store.getState().setChecking(), patienceMs);
    scheduler.request(state.design);
  });
}
