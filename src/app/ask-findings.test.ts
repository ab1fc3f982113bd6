import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Design } from '#model';
import { check } from '#rules';
import { isolatedWorkspace } from '#testing';
import { createDeltaReceiver } from './design-delta.ts';
import type { FindingsAnswer, FindingsRequest } from './findings.worker.ts';
import { createVerdictSender } from './verdict-delta.ts';

const today = '2026-11-26';
const standard = { today, custom: [] };
const design = isolatedWorkspace().build();
const order = { what: 'one', fingerprint: 'any', offer: 0 } as const;

/** A worker that judges as ours does, and breaks off at every fix. */
class FragileWorker {
  static started = 0;
  static judged: Design[] = [];
  onmessage: ((event: { data: FindingsAnswer }) => void) | undefined;
  onerror: ((event: { message: string }) => void) | undefined;
  isEnded = false;
  readonly #receive = createDeltaReceiver();
  readonly #send = createVerdictSender();

  constructor() {
    FragileWorker.started += 1;
  }

  postMessage(request: FindingsRequest): void {
    const asked = structuredClone(request);
    queueMicrotask(() => {
      if (this.isEnded || 'cancelled' in asked) return;
      if (asked.fix) return this.onerror?.({ message: 'Uncaught Error: a fault of ours' });
      const whole = this.#receive(asked.delta);
      FragileWorker.judged.push(whole);
      const verdict = this.#send({ result: check(whole, standard), internet: [], tookMs: 1 });
      this.onmessage?.({ data: { number: asked.number, verdict } });
    });
  }

  terminate(): void {
    this.isEnded = true;
  }
}

async function fragileAsker() {
  const { createFindingsAsker } = await import('./ask-findings.ts');
  return createFindingsAsker();
}

const fixOf = (of: Design) => ({ design: of, customRules: [], today, order });
const { signal } = new AbortController();
const nothing = () => undefined;

describe('a fix that breaks off in the worker', () => {
  beforeEach(() => {
    FragileWorker.started = 0;
    FragileWorker.judged = [];
    vi.stubGlobal('Worker', FragileWorker);
    vi.stubGlobal('window', { location: { origin: 'http://localhost' } });
    vi.stubGlobal('document', { baseURI: 'http://localhost/' });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is told in words, and not in those of the machine', async () => {
    const asker = await fragileAsker();
    await expect(asker.fix(fixOf(design), signal, nothing)).rejects.toThrow(
      'Isoplan came upon a fault of its own. The design is as it was.',
    );
  });

  it('takes nothing along: the next check tells a new worker everything', async () => {
    const asker = await fragileAsker();
    const before = await asker.check(design, standard);
    await expect(asker.fix(fixOf(design), signal, nothing)).rejects.toThrow();
    const after = await asker.check(design, standard);
    expect(FragileWorker.started).toBe(2);
    expect(FragileWorker.judged[1]?.resources).toEqual(design.resources);
    expect(after.result).toEqual(before.result);
  });

  it('ends what else was asked at the time, so that nobody waits for ever', async () => {
    const asker = await fragileAsker();
    const fixing = asker.fix(fixOf(design), signal, nothing);
    const checking = asker.check(design, standard);
    await expect(Promise.allSettled([fixing, checking])).resolves.toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
  });
});
