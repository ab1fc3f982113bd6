import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import type { State } from '#store';
import { useAppState, useAppStore } from './store-context.tsx';

type Load = () => Promise<unknown>;

/** Parts that nothing has fetched yet. */
const waiting = new Set<Load>();
let isAhead = false;

/** What fails is asked for again when it is wanted. */
const fetchQuietly = (load: Load) => void load().catch(() => undefined);

/** Fetches every part of the screen ahead of its first use, and those that they bring with them. */
export function fetchParts(): void {
  isAhead = true;
  for (const load of waiting) fetchQuietly(load);
  waiting.clear();
}

const always = () => true;

/**
 * A part of the screen whose code is fetched when it is first wanted, or ahead of that by `fetchParts`; from then on it
 * is rendered, and stays.
 */
export function onUse<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  {
    isWanted = always,
    meanwhile = null,
  }: { isWanted?: (state: State, props: Props) => boolean; meanwhile?: ReactNode } = {},
): ComponentType<Props> {
  const known: { part?: ComponentType<Props> } = {};
  const fetchPart = async () => {
    known.part = await load();
    return known.part;
  };
  if (isAhead) fetchQuietly(fetchPart);
  else waiting.add(fetchPart);

  // biome-ignore lint/correctness/noComponentHookFactories: called once a module, not while rendering
  return function OnUse(props: Props) {
    const store = useAppStore();
    const isNow = useAppState((state) => isWanted(state, props));
    const [shown, show] = useState<{ readonly Part: ComponentType<Props> }>();
    if (isNow && !shown && known.part) show({ Part: known.part });
    const isMissing = isNow && !shown;
    useEffect(() => {
      if (!isMissing) return;
      fetchPart().then(
        (Part) => show((before) => before ?? { Part }),
        () =>
          store.getState().setView({
            notice: {
              tone: 'error',
              title: 'A part of the page could not be loaded',
              text: 'Is its server still there? Try again, or load the page anew: the design is kept.',
            },
          }),
      );
    }, [isMissing, store]);
    if (!shown) return isNow ? meanwhile : null;
    return <shown.Part {...props} />;
  };
}
