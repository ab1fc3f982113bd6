/** A page that states a fact, and the day it was read. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** ISO date on which the page was read for this project. */
  readonly checkedOn: string;
  /** The page's own date, where it shows one (ISO date). */
  readonly pageDate?: string;
}
