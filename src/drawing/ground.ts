import type { Router } from './router.ts';
import { type DraftItem, type Stage, shownAs } from './stage.ts';

/** What edges are laid on. */
export interface Ground {
  readonly stage: Stage;
  readonly byId: ReadonlyMap<string, DraftItem>;
  readonly ids: ReadonlySet<string>;
  readonly router: Router;
  /** Labels may stand on their ground. */
  readonly regions: ReadonlySet<string>;
  /** Labels written already: routes that end alike say it once. */
  readonly said: Set<string>;
  /** How many pipes end at an item. */
  readonly pipes: ReadonlyMap<string, number>;
}

/** The item that shows something. */
export const shown = ({ stage, ids }: Ground, id: string): string | undefined =>
  ids.has(id) ? id : shownAs(stage, ids, id as never);

/** An item and everything around it. */
export function withAncestors({ byId }: Ground, id: string): readonly string[] {
  const found: string[] = [];
  let item = byId.get(id);
  while (item && !found.includes(item.id)) {
    found.push(item.id);
    item = item.parent === undefined ? undefined : byId.get(item.parent);
  }
  return found;
}
