import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Design, designSchema } from '#model';
import { allParts, questionsOfEach } from './all-parts.ts';
import { expectAgreement } from './compare.ts';

/** Of each part; `RUNS=100000 npx vitest run src/testing/oracle` asks about 100,000 packets. */
const questions = questionsOfEach(Number(process.env.RUNS ?? 4000));

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
