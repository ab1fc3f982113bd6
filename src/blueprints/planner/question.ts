import type { Source } from '#catalog';
import type { Answers, QuestionId } from './answers.ts';

export interface Option<Q extends QuestionId = QuestionId> {
  readonly value: Answers[Q];
  /** Sentence case: `Approved destinations`. */
  readonly title: string;
  /** One sentence: what it does to the architecture. */
  readonly text: string;
  readonly gains: string;
  readonly costs: string;
}

/** One question with its answers. */
export interface Question<Q extends QuestionId = QuestionId> {
  readonly id: Q;
  readonly title: string;
  /** Why it is asked. */
  readonly text: string;
  readonly options: readonly Option<Q>[];
  /** Taken where nobody answers. */
  readonly standard: Answers[Q];
  /** Why that one. */
  readonly standardWhy: string;
  readonly source: Source;
}

/** Keeps the answers of a question to its own. */
export const question = <Q extends QuestionId>(one: Question<Q>): Question<Q> => one;

/** An answer of a question: value, title, what it does, what it gains, what it costs. */
export const option = <V extends string>(
  value: V,
  title: string,
  text: string,
  gains: string,
  costs: string,
) => ({ value, title, text, gains, costs });
