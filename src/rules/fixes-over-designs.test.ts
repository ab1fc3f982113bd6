import { describe, expect, it } from 'vitest';
import { blueprints, exercises } from '#blueprints';
import { compareDesigns, type Design, edits, kindInSentence, type ResourceId } from '#model';
import { check } from './check.ts';
import type { Finding } from './finding.ts';
import { applyFix, carryOut, tryFix } from './fixes.ts';
import { isTold } from './told-names.ts';

const today = '2026-11-23';

const counter = () => {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}` as ResourceId;
  };
};

const failuresOf = (design: Design) =>
  check(design, { today }).findings.filter(({ verdict }) => verdict === 'failed');

const keyOf = ({ rule, at: [first] }: Finding) => `${rule} at ${first}`;

const errorsOf = (design: Design) => failuresOf(design).filter(({ severity }) => severity === 'error');

/** Every offer of every finding. */
const offersOf = (design: Design) =>
  failuresOf(design).flatMap((finding) =>
    finding.fixes.map(({ title }, index) => ({ finding, index, title })),
  );

const designs = [...blueprints, ...exercises].map(({ id, build }) => ({ id, design: build() }));

describe.each(designs.filter(({ design }) => offersOf(design).length > 0))(
  'the fixes that $id is offered',
  ({ design }) => {
    const before = new Set(errorsOf(design).map(keyOf));
    const text = JSON.stringify(design);

    it.each(offersOf(design))('“$title” settles its finding and raises no error', ({ finding, index }) => {
      const fixed = applyFix(design, finding.fingerprint, index, counter(), today);
      if (!fixed) throw new Error('The fix is not offered');
      expect(failuresOf(fixed).map(({ fingerprint }) => fingerprint)).not.toContain(finding.fingerprint);
      const raised = errorsOf(fixed).filter((one) => !before.has(keyOf(one)));
      expect(raised.map(keyOf)).toEqual([]);
      // Once settled it is not offered again, so that a second click changes nothing.
      expect(applyFix(fixed, finding.fingerprint, index, counter(), today)).toBeUndefined();
      expect(JSON.stringify(design)).toBe(text);
    });
  },
);

describe('a fix that calls for others', () => {
  it('tells every change that is made, its own first', () => {
    const built = designs.find(({ id }) => id === 'hub-and-spoke-firewall')?.design;
    if (!built) throw new Error('No hub and spoke');
    const tried = built.resources
      .filter(({ kind }) => kind === 'private-endpoint' || kind === 'private-dns-zone')
      .map(({ id }) => edits.removeResource(built, id))
      .flatMap((design) =>
        offersOf(design).map(({ finding, index }) => ({
          own: finding.fixes[index]?.changes ?? [],
          all: tryFix(design, finding.fingerprint, index, counter(), today)?.changes ?? [],
        })),
      );
    expect(tried.length).toBeGreaterThan(0);
    for (const { own, all } of tried) expect(all.slice(0, own.length)).toEqual(own);
    expect(tried.some(({ own, all }) => all.length > own.length)).toBe(true);
  });
});

describe('the steps of a fix', () => {
  it.each(designs)('name all that it adds, changes and removes in $id', ({ design }) => {
    const subnets = design.resources.filter(({ kind }) => kind === 'subnet');
    const emptied = subnets.map(({ id }) => edits.removeResource(design, id));
    for (const built of [design, ...emptied])
      for (const { finding } of offersOf(built)) {
        const order = { what: 'one', fingerprint: finding.fingerprint, offer: 0 } as const;
        const fixed = carryOut(built, order, counter(), { today });
        const { added, changed, removed } = compareDesigns(built, fixed.design);
        const said = fixed.changes.join('\n');
        const untold = [
          ...[...added, ...removed].filter(
            ({ kind, name }) =>
              ![name, kindInSentence(kind), `${kindInSentence(kind)}s`].some((one) => isTold(said, one)),
          ),
          ...changed.map(({ after }) => after).filter(({ name }) => !isTold(said, name)),
        ];
        expect(untold.map(({ name }) => `${finding.fixes[0]?.title}: ${name}`)).toEqual([]);
      }
  });

  it('name the zones that endpoints bring with them', () => {
    const built = designs.find(({ id }) => id === 'one-network')?.design;
    const found = built && offersOf(built).find(({ title }) => title.startsWith('Add the queue'));
    if (!built || !found) throw new Error('No such fix');
    const order = { what: 'one', fingerprint: found.finding.fingerprint, offer: found.index } as const;
    expect(carryOut(built, order, counter(), { today }).changes).toContain(
      'Add Private DNS zone privatelink.queue.core.windows.net',
    );
  });
});
