import type { Design } from '#model';
import type { Adaptation } from './adaptation.ts';
import type { Architecture } from './architecture.ts';

/** A reference architecture to start from. */
export interface Blueprint {
  readonly id: string;
  /** Sentence case, e.g. `Hub and spoke with a firewall`. */
  readonly title: string;
  /** A few words for a card. */
  readonly summary: string;
  /** One sentence: whom it fits, and what it gives and costs. */
  readonly purpose: string;
  /** The planning article's own words for it, or another page's, as a heading. */
  readonly origin: string;
  /** Whom Microsoft recommends it to, after “Recommended”: `for sensitive data in production`. */
  readonly recommended?: string;
  /** When to choose it, as sentences. */
  readonly chooseWhen: readonly string[];
  /** What it leaves open or asks of those who run it, as sentences. */
  readonly mind: readonly string[];
  /** Other blueprints that answer the same wish. */
  readonly compareWith: readonly string[];
  /** What can be adapted, besides address space, region and cloud. */
  readonly options: readonly ('workspaces' | 'maxNodes' | 'onPremises')[];
  readonly standard: Adaptation;
  architectureFor(adaptation: Adaptation): Architecture;
  /** As it is without adaptation: the same document every time, in which nothing is placed. */
  build(): Design;
}
