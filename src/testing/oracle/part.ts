import type fc from 'fast-check';

/** What both say to one question. They agree where the texts are the same. */
export interface Answer {
  /** For people who have to understand a disagreement. */
  readonly question: string;
  /** Its first word names the outcome: the mix of a run counts these. */
  readonly oracle: string;
  readonly engine: string;
}

/** A field in which the engine is asked the same as the oracle. */
export interface Part {
  readonly name: string;
  /** What one case asks: packets, names, sums. */
  readonly unit: string;
  /** Each of these has to be right often: a generator that never denies would prove little. */
  readonly outcomes: readonly string[];
  /** About how many questions a case asks. */
  readonly perCase: number;
  /** Random cases, each with everything both have to know. */
  readonly cases: fc.Arbitrary<Case>;
}

/** A design, or sums, with the questions asked of it. */
export interface Case {
  /** Printed with a disagreement. */
  readonly subject: unknown;
  answers(): readonly Answer[];
}
