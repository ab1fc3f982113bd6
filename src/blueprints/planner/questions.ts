import type { Answers, GivenAnswers, QuestionId } from './answers.ts';
import type { Question } from './question.ts';
import { dataQuestions } from './questions-of-data.ts';
import { networkQuestions } from './questions-of-network.ts';
import { workQuestions } from './questions-of-work.ts';

/**
 * The order in which the planning article comes to speak of them; but whose network it is, which decides what the
 * others come to, before these.
 */
const order: readonly QuestionId[] = [
  'outbound',
  'network',
  'connection',
  'hub',
  'names',
  'addresses',
  'computes',
  'nodes',
  'scoring',
  'callers',
  'access',
  'engineers',
  'software',
  'cloud',
];

/** Every question, in that order. */
export const questions = [...dataQuestions, ...networkQuestions, ...workQuestions].sort(
  (a, b) => order.indexOf(a.id) - order.indexOf(b.id),
) as readonly Question[];

/** Answers with the default of every question that was not answered. */
export const completed = (given: GivenAnswers): Answers => ({
  ...(Object.fromEntries(questions.map(({ id, standard }) => [id, standard])) as unknown as Answers),
  ...given,
});
