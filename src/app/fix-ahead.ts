import type { FixRequest } from '#commands';
import { type Design, isAlike } from '#model';
import type { AppStore, Fixed, State } from '#store';
import type { FindingsAsker } from './ask-findings.ts';

type Fix = FindingsAsker['fix'];

export interface FixAhead {
  /** Has a fix worked out that somebody is about to ask for; one at a time, the last. */
  prepare(request: FixRequest): void;
  readonly fix: Fix;
}

const isSame = (one: FixRequest, other: FixRequest): boolean =>
  one.design === other.design &&
  one.customRules === other.customRules &&
  one.today === other.today &&
  isAlike(one.order, other.order);

/**
 * Answers as `fix` does, and at once where the answer was prepared. Who fixes and judges is led back to the design on
 * screen each time: from any other, the next edit would be judged as the edit of two things.
 */
export function createFixAhead({ check, fix }: Pick<FindingsAsker, 'check' | 'fix'>): FixAhead {
  let prepared:
    | { readonly request: FixRequest; readonly fixed: Promise<Fixed>; readonly stop: AbortController }
    | undefined;
  const leadTo = (design: Design, { today, customRules: custom }: FixRequest) => {
    // Whoever asks in earnest hears of a fault.
    check(design, { today, custom }).catch(() => undefined);
  };
  return {
    prepare(request) {
      if (prepared && isSame(prepared.request, request)) return;
      prepared?.stop.abort();
      const stop = new AbortController();
      const fixed = fix(request, stop.signal, () => undefined);
      const own = { request, fixed, stop };
      prepared = own;
      fixed.then(
        () => {
          if (prepared === own) leadTo(request.design, request);
        },
        () => {
          if (prepared === own) prepared = undefined;
        },
      );
    },
    fix(request, signal, onPart) {
      const known = prepared && isSame(prepared.request, request) ? prepared : undefined;
      if (!known || signal.aborted) return fix(request, signal, onPart);
      prepared = undefined;
      signal.addEventListener('abort', () => known.stop.abort(signal.reason), { once: true });
      return known.fixed.then((fixed) => {
        leadTo(fixed.design, request);
        return fixed;
      });
    },
  };
}

/** Milliseconds that a pointer rests on a button before it means it. */
const restMs = 40;

/** What a button would make of the design; `undefined` where it makes no fix. */
function offeredBy(button: Element | null, { result }: State): FixRequest['order'] | undefined {
  const fingerprint = button?.closest<HTMLElement>('[data-finding]')?.dataset.finding;
  const finding = result.findings.find((one) => one.fingerprint === fingerprint);
  const offer = finding?.fixes.findIndex(({ title }) => title === button?.getAttribute('title')) ?? -1;
  return finding && offer >= 0 ? { what: 'one', fingerprint: finding.fingerprint, offer } : undefined;
}

/** Works out the fix of the button that the pointer or the focus is on: a fix is tried before it is made. */
export function startFixingAhead(store: AppStore, { prepare }: FixAhead, today: () => string): void {
  let resting: number | undefined;
  const notice = ({ target }: Event) => {
    window.clearTimeout(resting);
    const button = target instanceof Element ? target.closest('button[title]') : null;
    if (!button) return;
    resting = window.setTimeout(() => {
      const state = store.getState();
      const order = offeredBy(button, state);
      const { design, customRules } = state;
      if (order) prepare({ design, customRules, today: today(), order });
    }, restMs);
  };
  window.addEventListener('pointerover', notice, { passive: true });
  window.addEventListener('focusin', notice, { passive: true });
}
