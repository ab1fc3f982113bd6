import type { Source } from '#catalog';

/** Why a rule matters, and who says so: for people who read a finding, not for the check. */
export interface Explanation {
  readonly why: string;
  readonly sources: readonly Source[];
  /** Of an organisation's own rule: what it cites, in words, never links. */
  readonly references?: readonly string[];
}

/** Of rules, by their ids. */
export type Explanations = Readonly<Record<string, Explanation>>;
