import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Design, designSchema } from '#model';
import { allParts } from './all-parts.ts';
import { expectAgreement } from './compare.ts';

/** Questions of all parts together; `RUNS=100000 npx vitest run src/testing/oracle` asks more. */
const questions = Number(process.env.RUNS ?? 6000) / allParts.length;

describe.each(allParts)('the engine on $name', (part) => {
  it('says what the oracle says, in questions of which many have each answer', () => {
    const mix = expectAgreement(part, questions);
    const asked = Object.values(mix).reduce((sum, count) => sum + count, 0);
    for (const outcome of part.outcomes) expect((mix[outcome] ?? 0) / asked).toBeGreaterThan(0.05);
  });

  it('is asked about valid designs', () => {
    for (const { subject } of fc.sample(part.cases, 5))
      if (isAboutDesign(subject)) designSchema.parse(subject.design);
  });
});

const isAboutDesign = (subject: unknown): subject is { readonly design: Design } =>
  typeof subject === 'object' && subject !== null && 'design' in subject;
