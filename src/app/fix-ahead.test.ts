import { describe, expect, it } from 'vitest';
import type { FixRequest } from '#commands';
import { type Design, emptyDesign } from '#model';
import type { Fixed } from '#store';
import { createFixAhead } from './fix-ahead.ts';

const request: FixRequest = {
  design: emptyDesign('a'),
  customRules: [],
  today: '2026-11-27',
  order: { what: 'one', fingerprint: 'f', offer: 0 },
};
const nothing = () => undefined;
const { signal } = new AbortController();

/** A way to fix that notes what it is asked and answers, or fails, by hand. */
function byHand() {
  const asked: { request: FixRequest; signal: AbortSignal; answer: (fixed: Fixed) => void }[] = [];
  const judged: Design[] = [];
  const ahead = createFixAhead({
    check: (design) => {
      judged.push(design);
      return new Promise(() => undefined);
    },
    fix: (of, stop) =>
      new Promise((resolve, reject) => {
        asked.push({ request: of, signal: stop, answer: resolve });
        stop.addEventListener('abort', () => reject(stop.reason));
      }),
  });
  return { asked, judged, ahead };
}

const fixed = { design: emptyDesign('fixed'), changes: ['Added'] } as unknown as Fixed;

describe('a fix that is worked out ahead', () => {
  it('is the answer to whoever asks for it, once', async () => {
    const { asked, ahead } = byHand();
    ahead.prepare(request);
    ahead.prepare({ ...request, order: { ...request.order } });
    const answer = ahead.fix({ ...request }, signal, nothing);
    expect(asked).toHaveLength(1);
    asked[0]?.answer(fixed);
    expect(await answer).toBe(fixed);
    void ahead.fix(request, signal, nothing);
    expect(asked).toHaveLength(2);
  });

  it('leaves who works it out at the design on screen, before it is made and after', async () => {
    const { asked, judged, ahead } = byHand();
    ahead.prepare(request);
    asked[0]?.answer(fixed);
    await Promise.resolve();
    expect(judged).toEqual([request.design]);
    await ahead.fix(request, signal, nothing);
    expect(judged).toEqual([request.design, fixed.design]);
  });

  it('is no answer to another question, and ends where another is prepared', () => {
    const { asked, ahead } = byHand();
    ahead.prepare(request);
    void ahead.fix({ ...request, design: emptyDesign('b') }, signal, nothing);
    expect(asked).toHaveLength(2);
    ahead.prepare({ ...request, order: { what: 'one', fingerprint: 'g', offer: 0 } });
    expect(asked[0]?.signal.aborted).toBe(true);
  });

  it('ends where the one who asked gives up', async () => {
    const { ahead } = byHand();
    ahead.prepare(request);
    const asking = new AbortController();
    const answer = ahead.fix(request, asking.signal, nothing);
    asking.abort(new Error('cancelled'));
    await expect(answer).rejects.toThrow('cancelled');
  });

  it('is forgotten where it fails, so that it is tried anew', async () => {
    const { asked, ahead } = byHand();
    ahead.prepare(request);
    ahead.prepare({ ...request, today: '2026-11-28' });
    await Promise.resolve();
    void ahead.fix(request, signal, nothing);
    expect(asked).toHaveLength(3);
  });
});
