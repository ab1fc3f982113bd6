import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { check } from '#rules';
import { trialsOf } from './mutant-trial.ts';
import { mutationsOf } from './mutations.ts';

const today = '2026-11-23';

describe.each(blueprints.filter(({ id }) => id === 'one-network' || id === 'hub-and-spoke-firewall'))(
  'the mutations of $id',
  ({ build }) => {
    const design = build();
    const ofNames = [...mutationsOf(design)].filter(({ kind }) =>
      /^(private-endpoint: remove|private-dns-zone: remove|private-dns-zone: remove one of virtualNetworkLinks)$/.test(
        kind,
      ),
    );

    it.each([...trialsOf(design, ofNames)])('“$mutation.title” is caught', ({ catchers }) => {
      expect(catchers).not.toEqual([]);
    });

    it('leave the same findings once each is restored', () => {
      const before = check(design, { today });
      for (const { design: damaged } of [...mutationsOf(design)].filter((_, at) => at % 7 === 0)) {
        check(damaged, { today });
        expect(check(design, { today })).toEqual(before);
      }
    });
  },
);
