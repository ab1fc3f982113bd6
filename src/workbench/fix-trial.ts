import type { Design, ResourceId } from '#model';
import { applyFix, check, type Finding } from '#rules';

const today = '2026-11-23';

/** What came of one fix. */
export interface FixTrial {
  readonly finding: Finding;
  readonly title: string;
  /** What is wrong with the design that it gives; `undefined` when nothing is. */
  readonly fault?: string;
}

const failuresOf = (design: Design) =>
  check(design, { today }).findings.filter(({ verdict }) => verdict === 'failed');

/** By rule and what is to change. */
const keyOf = ({ rule, at: [first] }: Finding) => `${rule} at ${first}`;

const errorsOf = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === 'error');

/** Tries every offer of every finding that `wanted` picks, each on the design as it is. */
export function* fixTrialsOf(
  design: Design,
  wanted: (finding: Finding) => boolean = () => true,
): Generator<FixTrial> {
  const found = failuresOf(design);
  const before = new Set(errorsOf(found).map(keyOf));
  for (const finding of found.filter(wanted))
    for (const [index, { title }] of finding.fixes.entries()) {
      let made = 0;
      const newId = () => {
        made += 1;
        return `made by a fix ${made}` as ResourceId;
      };
      const fixed = applyFix(design, finding.fingerprint, index, newId, today);
      const after = fixed ? failuresOf(fixed) : [];
      const raised = errorsOf(after).filter((one) => !before.has(keyOf(one)));
      const stays = after.some(({ fingerprint }) => fingerprint === finding.fingerprint);
      const fault = !fixed
        ? 'is not offered when it is asked for'
        : stays
          ? 'leaves its finding'
          : raised.length > 0
            ? `raises ${raised.map(({ text }) => text).join('; ')}`
            : undefined;
      yield { finding, title, ...(fault === undefined ? {} : { fault }) };
    }
}
