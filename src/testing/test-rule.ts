import { describe, expect, it } from 'vitest';
import type { Design, ResourceId } from '#model';
import { check, type Rule } from '#rules';
import type { DesignBuilder } from './design-builder.ts';

interface ExpectedFinding {
  /** Resource id, or several. */
  readonly at: string | readonly string[];
  readonly message: string;
  readonly text: string;
  readonly severity?: 'error' | 'warning' | 'note';
  /** Title of the fix that must be offered; `undefined` where none may be. */
  readonly fix?: string | undefined;
}

/** Named as sentences. */
interface RuleCases {
  /** Nothing fails and nothing is undecided; `passes` is how often the rule says that it holds, where it matters. */
  readonly valid: Readonly<Record<string, { readonly design: DesignBuilder; readonly passes?: number }>>;
  readonly invalid: Readonly<
    Record<string, { readonly design: DesignBuilder; readonly findings: readonly ExpectedFinding[] }>
  >;
  readonly undecided?: Readonly<
    Record<string, { readonly design: DesignBuilder; readonly missing: readonly string[] }>
  >;
}

const today = '2026-11-23';

const counter = () => {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}` as ResourceId;
  };
};

/** Errors as rule and places: the facts of a case may change with its surroundings. */
const errorsOf = (design: Design) =>
  check(design, { today })
    .findings.filter((finding) => finding.severity === 'error' && finding.verdict === 'failed')
    .map((finding) => `${finding.rule} at ${finding.at.join()}`);

function insistOnFixes(rule: Rule, design: Design) {
  for (const failed of rule.check(design).failed) {
    for (const fix of failed.fixes) {
      const fixed = fix.apply(design, counter());
      const stays = rule
        .check(fixed)
        .failed.some((other) => other.text === failed.text && `${other.at}` === `${failed.at}`);
      expect(stays, `“${fix.title}” leaves “${failed.text}”`).toBe(false);
      const before = new Set(errorsOf(design));
      expect(
        errorsOf(fixed).filter((error) => !before.has(error)),
        `“${fix.title}” raises errors`,
      ).toEqual([]);
      expect(fix.changes.length, `“${fix.title}” does not say what it changes`).toBeGreaterThan(0);
    }
  }
}

/**
 * Tests one rule by tables of designs. Insists besides that designs are valid and no two alike, that every message
 * has a case, that no text ends in a full stop, that each fix settles its finding without raising an error, and
 * that the order of resources changes nothing.
 */
export function testRule(rule: Rule, cases: RuleCases): void {
  const all = [
    ...Object.values(cases.valid),
    ...Object.values(cases.invalid),
    ...Object.values(cases.undecided ?? {}),
  ];

  describe(rule.id, () => {
    describe('finds nothing in', () => {
      it.each(Object.entries(cases.valid))('%s', (_, { design, passes }) => {
        const { passed, ...others } = rule.check(design.build());
        expect(others).toEqual({ failed: [], undecided: [] });
        if (passes !== undefined) expect(passed).toHaveLength(passes);
      });
    });

    describe('finds', () => {
      it.each(Object.entries(cases.invalid))('%s', (_, { design, findings }) => {
        const built = design.build();
        const found = rule.check(built).failed.map(({ at, message, text, severity, fixes }) => ({
          at: at.length === 1 ? at[0] : at,
          message,
          text,
          severity,
          fix: fixes[0]?.title,
        }));
        const byText = (a: { text: string }, b: { text: string }) => (a.text < b.text ? -1 : 1);
        expect(found.toSorted(byText)).toMatchObject([...findings].sort(byText));
        expect(found).toHaveLength(findings.length);
        insistOnFixes(rule, built);
      });
    });

    if (cases.undecided)
      describe('does not decide', () => {
        it.each(Object.entries(cases.undecided ?? {}))('%s', (_, { design, missing }) => {
          const { failed, undecided } = rule.check(design.build());
          expect(failed).toEqual([]);
          expect([...new Set(undecided.map((one) => one.missing.fact))]).toEqual(missing);
        });
      });

    it('has a case for every message', () => {
      const tested = Object.values(cases.invalid).flatMap(({ findings }) =>
        findings.map(({ message }) => message),
      );
      expect(rule.messageIds.filter((id) => !tested.includes(id))).toEqual([]);
    });

    it('has no two cases alike', () => {
      const texts = all.map(({ design }) => JSON.stringify(design.build()));
      expect(new Set(texts).size).toBe(texts.length);
    });

    it('finds the same in any order of resources', () => {
      const summary = (design: Design) =>
        Object.values(rule.check(design))
          .flat()
          .map((one) => JSON.stringify({ ...one, fixes: undefined, hops: undefined }))
          .sort();
      for (const { design } of all)
        expect(summary(design.reversed().build())).toEqual(summary(design.build()));
    });
  });
}
