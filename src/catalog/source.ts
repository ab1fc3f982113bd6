import type { sources } from './sources.ts';

/** A page that states a fact, and the day it was read. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** ISO date on which the page was read for this project. */
  readonly checkedOn: string;
  /** The page's own date, where it shows one (ISO date). */
  readonly pageDate?: string;
}

/** Names a page in `sources`: entries name theirs, for pages are read by people, on use. */
export type SourceId = keyof typeof sources;

/** What another page says of the same thing. */
export interface Disagreement {
  readonly value: string;
  readonly source: SourceId;
  /** How the two differ, and which one is followed. */
  readonly note: string;
}

/** Where an entry of the catalogue comes from and how far it can be trusted. Every entry is one of these. */
export interface Sourced {
  readonly sources: readonly SourceId[];
  /** No page that was read confirms the entry. */
  readonly isUnverified?: boolean;
  /** Properties that no page confirms although the rest is confirmed, e.g. `zones.china`. */
  readonly unverified?: readonly string[];
  readonly disagreements?: readonly Disagreement[];
}

/**
 * What to tell a person who relies on an entry, or on one property of it, that no page confirms; `undefined` where one does.
 * A finding that rests on an entry hands this on, which keeps it a warning.
 */
export const doubtOf = (
  { isUnverified, unverified }: Pick<Sourced, 'isUnverified' | 'unverified'>,
  property?: string,
): string | undefined =>
  isUnverified === true || (property !== undefined && unverified?.includes(property) === true)
    ? 'No page that was read confirms this fact: check it before you rely on it'
    : undefined;
