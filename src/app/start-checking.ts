import { type AppStore, isJudgedAnew } from '#store';
import type { FindingsAsker } from './ask-findings.ts';
import { createCheckScheduler } from './check-scheduler.ts';

/** A check that takes longer than this is announced. */
const patienceMs = 300;

/** Keeps the store's findings true to its design; positions alone start nothing. */
export function startChecking(store: AppStore, asker: FindingsAsker, today: () => string): void {
  let announcing: number | undefined;
  const settle = () => {
    window.clearTimeout(announcing);
    announcing = undefined;
  };
  const scheduler = createCheckScheduler({
    check: (design) => asker.check(design, { today: today(), custom: store.getState().customRules }),
    publish: ({ result, tookMs, internet }) => {
      settle();
      store.getState().setResult(result, tookMs, internet);
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
    if (!isJudgedAnew(state, past)) return;
    announcing ??= window.setTimeout(() => store.getState().setChecking(), patienceMs);
    scheduler.request(state.design);
  });
}
