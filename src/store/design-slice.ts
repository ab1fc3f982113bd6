import type { StateCreator } from 'zustand/vanilla';
import type { Design, Edit } from '#model';
import type { State } from './state.ts';

export interface DesignSlice {
  readonly design: Design;
  /** Name of the edit that led here, for “Undo add subnet”. */
  readonly lastEdit: string;
  /** The only way to change the design: one call, one undo step. */
  edit(label: string, change: Edit): void;
}

export const createDesignSlice =
  (initial: Design): StateCreator<State, [], [], DesignSlice> =>
  (set) => ({
    design: initial,
    lastEdit: '',
    edit: (label, change) =>
      set((state) => {
        const design = change(state.design);
        return design === state.design ? state : { design, lastEdit: label };
      }),
  });
