import fc from 'fast-check';
import type { Answer, Case, Part } from './part.ts';

/** What came of asking both. */
export interface Comparison {
  readonly asked: number;
  readonly disagreements: readonly { readonly subject: unknown; readonly answer: Answer }[];
  /** How often each outcome was the right one. */
  readonly mix: Readonly<Record<string, number>>;
}

function tally(mix: Record<string, number>, answers: readonly Answer[]) {
  for (const { oracle } of answers) {
    const outcome = oracle.split(' ')[0] ?? oracle;
    mix[outcome] = (mix[outcome] ?? 0) + 1;
  }
}

/** Asks at least so many questions, and goes on past disagreements. */
export function compare(part: Part, questions: number, seed: number): Comparison {
  const disagreements: Comparison['disagreements'][number][] = [];
  const mix: Record<string, number> = {};
  let asked = 0;
  for (let round = 0; asked < questions; round += 1)
    for (const one of fc.sample(part.cases, { numRuns: 100, seed: seed + round })) {
      if (asked >= questions) break;
      const answers = one.answers();
      asked += answers.length;
      tally(mix, answers);
      for (const answer of answers)
        if (answer.oracle !== answer.engine) disagreements.push({ subject: one.subject, answer });
    }
  return { asked, disagreements, mix };
}

const told = ({ subject }: Case, { question, oracle, engine }: Answer) =>
  `${question}\n  the facts say ${oracle}\n  the engine says ${engine}\n  of ${JSON.stringify(subject)}`;

/** Fails with the smallest case it can find in which the two disagree; else the mix of right answers. */
export function expectAgreement(part: Part, questions: number): Comparison['mix'] {
  const mix: Record<string, number> = {};
  const agrees = fc.property(part.cases, (one) => {
    const answers = one.answers();
    tally(mix, answers);
    const differing = answers.find(({ oracle, engine }) => oracle !== engine);
    if (differing) throw new Error(told(one, differing));
  });
  fc.assert(agrees, { numRuns: Math.ceil(questions / part.perCase) });
  return mix;
}
