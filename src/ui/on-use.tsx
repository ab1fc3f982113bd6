import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { missingPart } from '#commands';
import type { State } from '#store';
import { useAppState, useAppStore } from './store-context.tsx';

type Load = () => Promise<unknown>;

/** What nothing has fetched yet. */
const waiting = new Set<Load>();
/** What was wanted on screen and did not come. */
const missing = new Set<Load>();
/** What the first touch of a design may ask for, and what is typed into it then must not be lost. */
const atHand = new Set<Load>();
/** What is on screen, but neither seen nor of use before a hand comes: how each is fetched. */
const asleep = new Set<() => void>();
let isAhead = false;

/** What fails is asked for again when it is wanted, and when the network is back. */
const fetchQuietly = (load: Load) =>
  void load().then(
    () => waiting.delete(load),
    () => undefined,
  );

function wake(): void {
  for (const fetchNow of asleep) fetchNow();
  asleep.clear();
}

/** Fetches all of it, and what that brings with it; what could not be fetched, when it is called again. */
export function fetchParts(): void {
  isAhead = true;
  for (const load of waiting) fetchQuietly(load);
  wake();
}

/** Fetches what the first touch of a design may ask for. */
export function fetchPartsAtHand(): void {
  for (const load of atHand) if (waiting.has(load)) fetchQuietly(load);
  wake();
}

/** What is loaded on use, and ahead of that by `fetchParts`. */
export function fetchedAhead<T>(load: () => Promise<T>): () => Promise<T> {
  waiting.add(load);
  if (isAhead) fetchQuietly(load);
  return load;
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
    isAtHand = false,
    isForHands = false,
  }: {
    isWanted?: (state: State, props: Props) => boolean;
    meanwhile?: ReactNode;
    isAtHand?: boolean;
    /** Where nothing of it is seen before a hand comes: it is fetched then. */
    isForHands?: boolean;
  } = {},
): ComponentType<Props> {
  const known: { part?: ComponentType<Props> } = {};
  const fetchPart = async () => {
    known.part = await load();
    return known.part;
  };
  fetchedAhead(fetchPart);
  if (isAtHand) atHand.add(fetchPart);

  // biome-ignore lint/correctness/noComponentHookFactories: called once a module, not while rendering
  return function OnUse(props: Props) {
    const store = useAppStore();
    const isNow = useAppState((state) => isWanted(state, props));
    const [shown, show] = useState<{ readonly Part: ComponentType<Props> }>();
    if (isNow && !shown && known.part) show({ Part: known.part });
    const isMissing = isNow && !shown;
    useEffect(() => {
      if (!isMissing) return;
      const { setView } = store.getState();
      const fetchNow = () =>
        fetchPart().then(
          (Part) => {
            show((before) => before ?? { Part });
            // Of several that did not come, the last takes the notice away.
            const isLast = missing.delete(fetchPart) && missing.size === 0;
            if (isLast && store.getState().notice === missingPart) setView({ notice: undefined });
          },
          () => {
            missing.add(fetchPart);
            setView({ notice: missingPart });
          },
        );
      if (isForHands && !isAhead) asleep.add(fetchNow);
      else void fetchNow();
      window.addEventListener('online', fetchNow);
      return () => {
        asleep.delete(fetchNow);
        window.removeEventListener('online', fetchNow);
      };
    }, [isMissing, store]);
    if (!shown) return isNow ? meanwhile : null;
    return <shown.Part {...props} />;
  };
}
