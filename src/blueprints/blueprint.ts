import type { Design } from '#model';

/** A reference architecture to start from. */
export interface Blueprint {
  readonly id: string;
  /** Sentence case, e.g. `Hub and spoke with a firewall`. */
  readonly title: string;
  /** One sentence: whom it fits, and what it gives and costs. */
  readonly purpose: string;
  /** The same document every time; nothing is placed, so that it is arranged on opening. */
  build(): Design;
}
