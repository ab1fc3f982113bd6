import type { Acceptance, ResourceId, ResourceKind } from '#model';
import type { Hop } from '#network';
import type { Explanation } from './explanation.ts';

export type Severity = 'error' | 'warning' | 'note';

/** The parts of the checklist, in its order. */
export const categories = [
  'Private endpoints',
  'DNS',
  'Outbound',
  'Inbound',
  'Exfiltration',
  'Addresses',
  'Subnets',
  'Routing and peering',
  'Compute',
  'Workspace',
  'Endpoints',
  'Monitoring',
  'Organisation',
] as const;
export type Category = (typeof categories)[number];

/** Something that is missing, to be drawn dashed where it belongs. */
export interface Ghost {
  readonly kind: ResourceKind;
  /** Container in which it would lie. */
  readonly parent?: ResourceId;
  /** What it would be called on the drawing: `file`. */
  readonly name: string;
  /** Second line: `Endpoint missing`. */
  readonly fact: string;
  /** What it would serve. */
  readonly target?: ResourceId;
}

/** What can be said of a fix without running it: survives structured cloning, unlike the edit itself. */
export interface FixOffer {
  /** `Add the file endpoint`. */
  readonly title: string;
  /** Each change in words. */
  readonly changes: readonly string[];
}

/** One result that asks for attention. Plain data: crosses a worker's border and is written to JSON. */
export interface Finding {
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly verdict: 'failed' | 'cannot-tell';
  /** The objects it stands at; the first is the one to change. */
  readonly at: readonly ResourceId[];
  /** One sentence with the facts of the case. */
  readonly text: string;
  readonly remedy: string;
  /** The arithmetic, property or trace that shows it. */
  readonly evidence: readonly string[];
  /** The traced packet, where one was traced. */
  readonly hops?: readonly Hop[];
  /** Of an organisation's own rule; `explained` tells that of any. */
  readonly explanation?: Explanation;
  readonly fixes: readonly FixOffer[];
  readonly ghosts: readonly Ghost[];
  /** Of a cannot-tell: the missing fact and the command that fetches it. */
  readonly missing?: { readonly fact: string; readonly command?: string };
  /** Of rule, resource ids and facts; never of the wording. */
  readonly fingerprint: string;
  /** Someone answers for it, and the day has not passed: it is shown and counted apart. */
  readonly accepted?: Acceptance;
  /** Someone answered for it until a day that has passed. */
  readonly lapsed?: Acceptance;
}

/** A check that was made and held. */
export interface Passed {
  readonly rule: string;
  readonly category: Category;
  /** The rule's title as a statement of what holds. */
  readonly title: string;
  readonly at: readonly ResourceId[];
  readonly evidence: string;
}

export interface CheckResult {
  /** Worst first, then by category, then in document order; not decided last. */
  readonly findings: readonly Finding[];
  readonly passed: readonly Passed[];
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly notes: number;
    readonly passed: number;
    readonly cannotTell: number;
    readonly accepted: number;
  };
}

/** Whether a fix can settle the finding, and nobody has answered for it instead. */
export const isFixable = (finding: Finding): boolean =>
  finding.verdict === 'failed' && finding.fixes.length > 0 && finding.accepted === undefined;
