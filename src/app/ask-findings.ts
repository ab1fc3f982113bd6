import type { FixRequest } from '#commands';
import { type Design, isAlike } from '#model';
import type { Fixed } from '#store';
import type { Verdict } from './check-scheduler.ts';
import { createDeltaReceiver, createDeltaSender } from './design-delta.ts';
import type { FindingsAnswer, FindingsRequest, FixAnswer, Standard } from './findings.worker.ts';
import workerUrl from './findings.worker.ts?worker&url';
import { reasonOfEnd, startWorker } from './trusted-worker.ts';
import { createVerdictReceiver } from './verdict-delta.ts';

/** An answer with its verdict whole again. */
type Answer =
  | { readonly part: number }
  | { readonly verdict: Verdict; readonly fixed?: Omit<FixAnswer, 'verdict'> };

type Listener = (answer: Answer) => void;

interface Waiting {
  readonly hear: Listener;
  readonly fail: (reason: Error) => void;
}

/** The fixed design, in which all that no fix touched is the object that it was. */
function fixedOf(
  before: Design,
  { delta, layout, notes, changes }: Omit<FixAnswer, 'verdict'>,
  verdict: Verdict,
): Fixed {
  const receive = createDeltaReceiver();
  receive(before);
  const kept = <T>(old: T, now: T): T => (isAlike(old, now) ? old : now);
  const design = {
    ...receive(delta),
    layout: kept(before.layout, layout),
    notes: kept(before.notes, notes),
  };
  return { design, changes, ...verdict };
}

/** What the machine says of its fault helps nobody who reads it on screen; it stands in the console. */
const broken = 'Isoplan came upon a fault of its own. The design is as it was.';

/** Asks a worker to judge designs and to fix them; a new one after one that died, which the next design may survive. */
export function createFindingsAsker() {
  let worker: Worker | undefined;
  let send = createDeltaSender();
  let requests = 0;
  const waiting = new Map<number, Waiting>();

  const start = (): Worker => {
    const current = startWorker(workerUrl);
    const receive = createVerdictReceiver();
    // Also what nobody waits for any more is received: later verdicts are told as what is new since then.
    const whole = (data: FindingsAnswer): Answer => {
      if ('part' in data) return data;
      if ('verdict' in data) return { verdict: receive(data.verdict) };
      return { verdict: receive(data.fixed.verdict), fixed: data.fixed };
    };
    current.onmessage = ({ data }: MessageEvent<FindingsAnswer>) => {
      const answer = whole(data);
      waiting.get(data.number)?.hear(answer);
    };
    current.onerror = (event) => {
      current.terminate();
      worker = undefined;
      send = createDeltaSender();
      const asked = [...waiting.values()];
      waiting.clear();
      for (const { fail } of asked) fail(new Error(reasonOfEnd(event, broken)));
    };
    return current;
  };
  worker = start();

  const ask = <T>(
    message: (number: number) => FindingsRequest,
    settle: (answer: Answer) => T | undefined,
    signal?: AbortSignal,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const current = worker ?? start();
      worker = current;
      requests += 1;
      const number = requests;
      const cancel = () => {
        waiting.delete(number);
        const stop: FindingsRequest = { cancelled: number };
        current.postMessage(stop);
        reject(signal?.reason);
      };
      const end = () => {
        waiting.delete(number);
        signal?.removeEventListener('abort', cancel);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      waiting.set(number, {
        hear: (answer) => {
          const settled = settle(answer);
          if (settled === undefined) return;
          end();
          resolve(settled);
        },
        fail: (reason) => {
          end();
          reject(reason);
        },
      });
      current.postMessage(message(number));
    });

  return {
    check: (design: Design, standard: Standard): Promise<Verdict> =>
      ask(
        (number) => ({ number, delta: send(design), ...standard }),
        (answer) => ('verdict' in answer ? answer.verdict : undefined),
      ),
    fix: (
      { design, customRules, today, order }: FixRequest,
      signal: AbortSignal,
      onPart: (part: number) => void,
    ): Promise<Fixed> => {
      const { layout, notes } = design;
      return ask(
        (number) => ({
          number,
          delta: send(design),
          fix: { order, layout, notes },
          today,
          custom: customRules,
        }),
        (answer) => {
          if ('part' in answer) onPart(answer.part);
          else if (answer.fixed) return fixedOf(design, answer.fixed, answer.verdict);
          return undefined;
        },
        signal,
      );
    },
  };
}

export type FindingsAsker = ReturnType<typeof createFindingsAsker>;
