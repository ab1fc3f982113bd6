import type { Browser, CommandContext } from '#commands';
import type { Design, ResourceId } from '#model';
import { carryOut, check, customRulesOf } from '#rules';
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
  const fix: Browser['fix'] = async ({ design, customRules, today, order }) => {
    const custom = customRulesOf(customRules);
    const applied = carryOut(design, order, newId, { today, custom });
    return { ...applied, result: check(applied.design, { today, custom }), tookMs: 0 };
  };
  const focus = () => undefined;
  return { store, browser: { newId, today: () => '2026-11-23', fix, focus, ...browser } as Browser };
}
