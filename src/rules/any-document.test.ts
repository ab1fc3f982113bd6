import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueprints, exercises } from '#blueprints';
import { type Design, designSchema, resourceKinds } from '#model';
import { anyDocument, renamed } from '#testing';
import { check } from './check.ts';

const today = '2026-11-23';
/** `RUNS=10000 npx vitest run src/rules/any-document.test.ts` looks at more. */
const numRuns = Number(process.env.RUNS ?? 300);
const timeout = 60_000 + 100 * numRuns;

/** What a finding says whatever things are called. */
const told = (design: Design) =>
  check(design, { today })
    .findings.map(
      ({ rule, verdict, severity, at }) => `${verdict} ${severity} ${rule} ${[...at].sort().join()}`,
    )
    .sort();

describe('on any document that the schema admits', () => {
  it(
    'no rule throws, and every finding is whole',
    () => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(anyDocument, (document) => {
          const design = designSchema.parse(document) as Design;
          for (const { kind } of design.resources) seen.add(kind);
          const { findings } = check(design, { today });
          const ids = new Set(design.resources.map(({ id }) => id));
          for (const { at, text, fingerprint } of findings) {
            expect(text).not.toMatch(/undefined|\[object|NaN/);
            expect(fingerprint).not.toBe('');
            expect(
              at.every(
                (id) => ids.has(id) || design.resources.some((one) => JSON.stringify(one).includes(id)),
              ),
            ).toBe(true);
          }
          expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
        }),
        { numRuns },
      );
      expect([...seen].sort()).toEqual([...resourceKinds].sort());
    },
    timeout,
  );

  it(
    'neither the order of resources nor their boxes change a finding',
    () => {
      fc.assert(
        fc.property(anyDocument, fc.integer(), (document, x) => {
          const design = designSchema.parse(document) as Design;
          const layout = Object.fromEntries(
            design.resources.map(({ id }) => [id, { x, y: -x, width: 10, height: 10 }]),
          );
          expect(told({ ...design, layout })).toEqual(told(design));
          expect(told({ ...design, resources: [...design.resources].reverse() })).toEqual(told(design));
        }),
        { numRuns: Math.ceil(numRuns / 3) },
      );
    },
    timeout,
  );
});

describe.each([...blueprints, ...exercises].map(({ id, build }) => ({ id, design: build() })))(
  'the findings of $id',
  ({ design }) => {
    it('stay the same when everything is called something else', () => {
      expect(told(renamed(design))).toEqual(told(design));
    });

    it('leave nothing open', () => {
      const open = check(design, { today }).findings.filter(({ verdict }) => verdict === 'cannot-tell');
      expect(open.map(({ text }) => text)).toEqual([]);
    });
  },
);
