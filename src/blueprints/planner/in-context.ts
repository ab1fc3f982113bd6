import type { Answers, QuestionId } from './answers.ts';
import { egressOf, topologyOf } from './architecture-of.ts';
import type { Option, Question } from './question.ts';

type Words = Partial<Pick<Option, 'text' | 'gains' | 'costs'>>;

interface Rewording {
  readonly of: QuestionId;
  readonly holds: (answers: Answers) => boolean;
  /** Why the question is asked. */
  readonly text?: string;
  /** By the value of an answer. */
  readonly options?: Readonly<Record<string, Words>>;
}

const isManaged = ({ network }: Answers) => network === 'managed';

/** What questions and answers say of themselves where other answers make their usual words untrue. */
const rewordings: readonly Rewording[] = [
  {
    of: 'connection',
    holds: ({ access }) => access === 'public',
    options: { none: { costs: 'People in the office come over the internet' } },
  },
  {
    of: 'hub',
    holds: (one) => topologyOf(one) === 'hub-and-spoke' && egressOf(one) === 'firewall',
    options: {
      nothing: { text: 'A hub with a firewall is added, as destinations have to be approved.' },
    },
  },
  {
    of: 'hub',
    holds: (one) => topologyOf(one) === 'isolated',
    options: {
      nothing: {
        text: 'No hub is drawn: computes lie in a network of their own, with a way out of its own.',
      },
    },
  },
  {
    of: 'hub',
    holds: isManaged,
    options: {
      nothing: { text: 'One network of yours, for endpoints; computes leave by the managed network.' },
    },
  },
  {
    of: 'computes',
    holds: isManaged,
    text: 'Whatever trains, its traffic leaves the same way, by the managed network, and takes no address of yours.',
    options: {
      instances: { gains: 'Nothing that grows' },
      clusters: { costs: 'A largest size to choose' },
      serverless: { costs: 'Two ways to run a job' },
    },
  },
  {
    of: 'scoring',
    holds: isManaged,
    options: {
      batch: {
        text: 'Jobs on a cluster; the managed network gets endpoints for queues and tables of the storage account.',
        costs: 'Two more endpoints in the managed network',
      },
    },
  },
];

/** A question in words that hold under the answers to the others. */
export function inContext(question: Question, answers: Answers): Question {
  const ofIt = rewordings.filter(({ of }) => of === question.id);
  return {
    ...question,
    text: ofIt.find(({ text, holds }) => text !== undefined && holds(answers))?.text ?? question.text,
    // Each answer as if it were given.
    options: question.options.map((option) => {
      const given = { ...answers, [question.id]: option.value };
      return { ...option, ...ofIt.find(({ holds }) => holds(given))?.options?.[option.value] };
    }),
  };
}
