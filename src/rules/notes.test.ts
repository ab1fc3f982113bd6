import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../testing/fixed-seed.ts';
import type { Note, ResourceId } from '#model';
import { anyDocument } from '#testing';
import { check } from './check.ts';

const note: fc.Arbitrary<Note> = fc.record(
  {
    id: fc.nat(20).map((at) => `id-${at}` as ResourceId),
    text: fc.string({ minLength: 1 }),
    attachedTo: fc.nat(13).map((at) => `id-${at}` as ResourceId),
  },
  { requiredKeys: ['id', 'text'] },
);

describe('a verdict', () => {
  it('is the same whatever notes there are', () => {
    fc.assert(
      fc.property(anyDocument, fc.array(note, { minLength: 1, maxLength: 6 }), (design, notes) => {
        const today = { today: '2026-11-23' };
        expect(check({ ...design, notes }, today)).toEqual(check(design, today));
      }),
      { numRuns: 40 },
    );
  });
});
