import type { FixRequest } from '#commands';
import { type Design, isAlike } from '#model';
import type { AppStore, Fixed } from '#store';
import type { FindingsAsker } from './ask-findings.ts';

type Fix = FindingsAsker['fix'];

export interface FixAhead {
  /** Has a fix worked out that somebody is about to ask for; one at a time, the last. */
  prepare(request: FixRequest): Promise<Fixed>;
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
      if (prepared && isSame(prepared.request, request)) return prepared.fixed;
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
      return fixed;
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

/**
 * Works out the fix of the button that the pointer or the focus is on: a fix is tried before it is made, and its button
 * says how much it comes to. `data-fix` says which offer of which finding it makes.
 */
export function startFixingAhead(store: AppStore, { prepare }: FixAhead, today: () => string): void {
  let resting: number | undefined;
  const notice = ({ target }: Event) => {
    window.clearTimeout(resting);
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-fix]') : null;
    if (!button) return;
    resting = window.setTimeout(() => {
      const [offer, fingerprint] = button.dataset.fix?.split(' ') ?? [];
      if (!button.isConnected || fingerprint === undefined) return;
      const { design, customRules, setView } = store.getState();
      const order = { what: 'one', fingerprint, offer: Number(offer) } as const;
      prepare({ design, customRules, today: today(), order }).then(
        ({ changes }) => setView({ tried: { ...order, before: design, changes } }),
        () => undefined,
      );
    }, restMs);
  };
  window.addEventListener('pointerover', notice, { passive: true });
  window.addEventListener('focusin', notice, { passive: true });
}
