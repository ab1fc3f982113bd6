import type { Answers, GivenAnswers, QuestionId } from './answers.ts';
import type { Question } from './question.ts';
import { dataQuestions } from './questions-of-data.ts';
import { networkQuestions } from './questions-of-network.ts';
import { workQuestions } from './questions-of-work.ts';

/** The order in which the planning article comes to speak of them. */
const order: readonly QuestionId[] = [
  'outbound',
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
  'network',
];

/** Every question, in the order of the planning article. */
export const questions = [...dataQuestions, ...networkQuestions, ...workQuestions].sort(
  (a, b) => order.indexOf(a.id) - order.indexOf(b.id),
) as readonly Question[];

/** Answers with the default of every question that was not answered. */
export const completed = (given: GivenAnswers): Answers => ({
  ...(Object.fromEntries(questions.map(({ id, standard }) => [id, standard])) as unknown as Answers),
  ...given,
});
