import type { Browser, CommandContext } from '#commands';
import type { Design, ResourceId } from '#model';
import { createAppStore } from '#store';

/** What commands run with, in the workspace of a design: new ids are `new-1`, `new-2` …, the day is 2026-11-23. */
export function commandContext(start: Design, browser: Partial<Browser> = {}): CommandContext {
  const store = createAppStore(start);
  store.getState().setView({ screen: 'workspace' });
  let number = 0;
  const newId = () => {
    number += 1;
    return `new-${number}` as ResourceId;
  };
  return { store, browser: { newId, today: () => '2026-11-23', ...browser } as Browser };
}
