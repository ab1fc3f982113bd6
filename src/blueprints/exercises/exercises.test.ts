import { describe, expect, it } from 'vitest';
import { designSchema, findResource } from '#model';
import { categories, check } from '#rules';
import { exercises } from './exercises.ts';

const today = '2026-11-23';

describe('the exercises', () => {
  it('are one for each category of findings, in their order', () => {
    // What an organisation demands of itself is no mistake that the article knows.
    const taught = categories.filter((category) => category !== 'Organisation');
    expect(exercises.map(({ category }) => category)).toEqual(taught);
  });

  it('are told apart by their ids', () => {
    expect(new Set(exercises.map(({ id }) => id)).size).toBe(exercises.length);
  });

  it.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
    '%s has exactly its findings',
    (_, exercise) => {
      const design = exercise.build();
      const { findings, summary } = check(design, { today });
      const found = findings.map(({ rule, at }) => ({
        rule,
        at: at.map((id) => findResource(design, id)?.name),
      }));
      expect(found).toEqual(exercise.findings);
      expect(summary).toMatchObject({ cannotTell: 0, accepted: 0 });
    },
  );

  it.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
    '%s adds one finding of its category to its architecture',
    (_, { blueprint, category, build }) => {
      const said = (design: ReturnType<typeof build>) =>
        check(design, { today }).findings.map((finding) => `${finding.category}: ${finding.text}`);
      const before = said(blueprint.build());
      const added = said(build()).filter((sentence) => !before.includes(sentence));
      expect(added).toEqual([expect.stringMatching(new RegExp(`^${category}: `))]);
    },
  );

  it.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
    '%s is a valid document that names its story',
    (_, exercise) => {
      const design = exercise.build();
      expect(designSchema.parse(design)).toEqual(design);
      expect(design.name).toContain(exercise.title);
      expect(design.layout).toEqual({});
    },
  );
});
