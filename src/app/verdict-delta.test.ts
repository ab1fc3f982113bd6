import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { type Design, edits, emptyDesign } from '#model';
import { check } from '#rules';
import { createVerdictReceiver, createVerdictSender } from './verdict-delta.ts';

const today = '2026-11-23';
const judged = (design: Design) => ({ result: check(design, { today }), internet: [], tookMs: 1 });

describe('a verdict sent as what is new in it', () => {
  it.each(blueprints)('arrives whole, also after each resource of $id is gone', (blueprint) => {
    const design = blueprint.build();
    const [send, receive] = [createVerdictSender(), createVerdictReceiver()];
    for (const one of [
      design,
      ...design.resources.slice(0, 3).map(({ id }) => edits.removeResource(design, id)),
    ]) {
      const verdict = judged(one);
      expect(receive(structuredClone(send(verdict)))).toEqual(verdict);
    }
  });

  it('keeps the objects of what an edit leaves as it was, and sends them once', () => {
    const [blueprint] = blueprints;
    const design = blueprint?.build();
    if (!design) throw new Error('There is no blueprint');
    const [send, receive] = [createVerdictSender(), createVerdictReceiver()];
    const first = receive(structuredClone(send(judged(design))));
    const delta = structuredClone(send(judged(design)));
    expect(delta.result.passed.every((one) => typeof one === 'number')).toBe(true);
    const second = receive(delta);
    expect(second.result.passed.length).toBeGreaterThan(0);
    for (const [at, one] of second.result.passed.entries()) expect(one).toBe(first.result.passed[at]);
  });

  it('is refused by who missed the one before', () => {
    const [blueprint] = blueprints;
    const verdict = judged(blueprint?.build() ?? emptyDesign(''));
    const send = createVerdictSender();
    send(verdict);
    expect(() => createVerdictReceiver()(send(verdict))).toThrow('Nothing was sent');
  });
});
