import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { AppStore, State } from '#store';

const StoreContext = createContext<AppStore | undefined>(undefined);

/** Gives the application's store to everything inside. */
export const StoreProvider = ({ store, children }: { store: AppStore; children: ReactNode }) => (
  <StoreContext value={store}>{children}</StoreContext>
);

/** The store itself, for event handlers; a component that shows state uses `useAppState`. Throws outside the provider. */
export const useAppStore = (): AppStore => {
  const store = useContext(StoreContext);
  if (!store) throw new Error('No StoreProvider around this component');
  return store;
};

/** What the selector picks, rendered anew when it changes by reference. */
export const useAppState = <T,>(selector: (state: State) => T): T => useStore(useAppStore(), selector);

/** Names of the edits that undo and redo would touch; `undefined` where there is none. */
export const useHistory = (): { readonly undo: string | undefined; readonly redo: string | undefined } => {
  const store = useAppStore();
  const canUndo = useStore(store.temporal, (history) => history.pastStates.length > 0);
  const redo = useStore(store.temporal, (history) => history.futureStates.at(-1)?.lastEdit);
  const last = useStore(store, (state) => state.lastEdit);
  return { undo: canUndo ? last : undefined, redo };
};
