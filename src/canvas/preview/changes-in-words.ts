import { createContext } from 'react';
import type { Design, ResourceId } from '#model';

/** One thing that a change makes of a resource: a value is another one, or a part of a list comes or goes. */
export interface ChangeInWords {
  readonly label: string;
  readonly sign: '→' | '+' | '−';
  readonly words: string;
  /** What it was, where it is another one. */
  readonly was?: string;
}

/** What would change of each resource that both designs have, in words. */
export type ChangesInWords = (
  before: Design,
  after: Design,
) => (resource: ResourceId) => readonly ChangeInWords[];

/** Fetches the words for changes, which the canvas has none of its own for. */
export const ChangesContext = createContext<() => Promise<ChangesInWords>>(async () => () => () => []);
