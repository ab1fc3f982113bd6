import { internetGroups } from '#drawing';
import { type CustomRules, type Design, emptyDesign, fetched } from '#model';
import { deriveNetwork } from '#network';
import { type CheckOptions, check, type FixOrder } from '#rules';
import { createDeltaReceiver, createDeltaSender, type DesignDelta } from './design-delta.ts';
import { newId } from './new-id.ts';
import { createVerdictSender, type VerdictDelta } from './verdict-delta.ts';

/** What a design is judged by. */
export interface Standard {
  /** ISO date. */
  readonly today: string;
  readonly custom: readonly CustomRules[];
}

/** What rules do not look at and fixes keep in order: where things lie, and what is noted at them. */
export type Surroundings = Pick<Design, 'layout' | 'notes'>;

/** What the page sends: a design to be judged, or to be fixed and then judged. Answers carry the number of the request. */
export type FindingsRequest =
  | (Standard & { readonly number: number; readonly delta: DesignDelta; readonly fix?: FixRequest })
  | { readonly cancelled: number };

interface FixRequest extends Surroundings {
  readonly order: FixOrder;
}

/** The fixed design as a change of the one that was sent, and its verdict. */
export interface FixAnswer extends Surroundings {
  readonly delta: DesignDelta;
  readonly changes: readonly string[];
  readonly verdict: VerdictDelta;
}

export type FindingsAnswer = { readonly number: number } & (
  | { readonly verdict: VerdictDelta }
  | { readonly part: number }
  | { readonly fixed: FixAnswer }
);

/** Milliseconds of fixing after which other messages are heard. */
const turnMs = 40;

const receive = createDeltaReceiver();
const sendVerdict = createVerdictSender();
let isAsked = false;
/** Numbers of the orders that are worked on. */
const orders = new Set<number>();

const answer = (message: FindingsAnswer) => self.postMessage(message);

/** The verdict, to be sent: the page hears all of them in their order. */
function judge(design: Design, options: CheckOptions): VerdictDelta {
  const started = performance.now();
  const result = check(design, options);
  const internet = internetGroups(deriveNetwork(design));
  return sendVerdict({ result, internet, tookMs: performance.now() - started });
}

const rulesOnUse = () => fetched(import('./rules-on-use.ts'));

const nextTurn = () => new Promise((resolve) => setTimeout(resolve));

/** Between the steps of a long order the worker judges what was edited, and hears that it is to stop. */
async function fix(number: number, design: Design, order: FixOrder, options: CheckOptions): Promise<void> {
  orders.add(number);
  const { fixSteps } = await rulesOnUse();
  const steps = fixSteps(design, order, newId, options);
  let turn = performance.now();
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    if (performance.now() - turn < turnMs) continue;
    answer({ number, part: step.value });
    await nextTurn();
    if (!orders.has(number)) return;
    turn = performance.now();
  }
  orders.delete(number);
  const { design: after, changes } = step.value;
  const send = createDeltaSender();
  send(design);
  const { layout, notes } = after;
  answer({
    number,
    fixed: { delta: send(after), layout, notes, changes, verdict: judge(after, options) },
  });
}

self.onmessage = ({ data }: MessageEvent<FindingsRequest>) => {
  isAsked = true;
  if ('cancelled' in data) {
    orders.delete(data.cancelled);
    return;
  }
  const { delta, custom } = data;
  const design = receive(delta);
  if (custom.length === 0) respond(data, design, []);
  else
    rulesOnUse()
      .then(({ customRulesOf }) => respond(data, design, customRulesOf(custom)))
      .catch(breakOff);
};

function respond(
  { number, fix: wanted, today }: Extract<FindingsRequest, { number: number }>,
  design: Design,
  custom: CheckOptions['custom'],
): void {
  const options = { today, custom };
  if (!wanted) {
    answer({ number, verdict: judge(design, options) });
    setTimeout(() => rulesOnUse().catch(() => undefined), restMs);
    return;
  }
  const { order, layout, notes } = wanted;
  fix(number, { ...design, layout, notes }, order, options).catch(breakOff);
}

/** A promise that fails is not heard of outside a worker: thrown, it ends like a check that breaks off. */
const breakOff = (reason: unknown): void => {
  setTimeout(() => {
    throw reason;
  });
};

/** Milliseconds without a question after which nobody waits for what the page needs first: until then nothing else is fetched. */
const restMs = 1500;

/** Milliseconds of work after which the browser's compiler knows the way: a large design is then judged in a quarter less time. */
const warmMs = 1200;

/** Judges known designs before anybody asks, so that the first verdict is as quick as those that follow it. */
async function warmUp(): Promise<void> {
  check(emptyDesign(''), { today: '' });
  await new Promise((resolve) => setTimeout(resolve, restMs));
  if (isAsked) return;
  const { practise } = await import('./known-designs.ts');
  await practise(
    warmMs,
    () => !isAsked,
    (design) => {
      check(design, { today: '' });
      internetGroups(deriveNetwork(design));
    },
  );
}

void warmUp();
