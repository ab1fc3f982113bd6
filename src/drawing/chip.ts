import type { ResourceId } from '#model';
import type { JointFate } from './senders.ts';

/** A destination, or a kind of them, and whether packets get there. */
export interface Chip {
  readonly id: string;
  readonly text: string;
  /** `closed`: on purpose. `blocked`: by mistake, it is required. `partly` and `varied`: the same, for some senders only. */
  readonly state: JointFate['state'];
  /** Of how many senders it holds, where not of all: `1 of 2 subnets`. */
  readonly share?: string;
  /** What it says in words: of whom, where not of all. */
  readonly label: string;
  readonly resource?: ResourceId;
  /** Findings of these rules are about it, where they stand `at` one of these things, or anywhere. */
  readonly judged?: { readonly by: readonly string[]; readonly at?: readonly ResourceId[] };
  /** Of what comes in: the people on the internet of whom the design says that they use it, and whether they can. */
  readonly callers?: readonly Caller[];
}

interface Caller {
  readonly client: ResourceId;
  readonly state: 'open' | 'blocked' | 'unknown';
}

/** Of what has to be reached. */
export const saidOfRequired = {
  open: 'reached',
  blocked: 'required but blocked',
  unknown: 'cannot tell',
  closed: 'closed',
} as const;

/** A chip that says so much of a destination. */
export const chipOf = (id: string, text: string, { state, share, said }: JointFate, of = text): Chip => ({
  id,
  text,
  state,
  ...(share === undefined ? {} : { share }),
  label: `${of}: ${said}`,
});
