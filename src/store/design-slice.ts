import type { StateCreator } from 'zustand/vanilla';
import type { CustomRules, Design, Edit } from '#model';
import { nothingChecked } from './findings-slice.ts';
import type { State } from './state.ts';

/** What a file held that the design could not, kept with the design for its reports. */
export interface OpeningNote {
  readonly what: string;
  readonly because: string;
}

export interface DesignSlice {
  readonly design: Design;
  /** Under which the design is kept in this browser; a new one for every design that is opened. */
  readonly designKey: string;
  readonly openingNotes: readonly OpeningNote[];
  /** Rules of an organisation that the design is judged by, beside Isoplan's own. */
  readonly customRules: readonly CustomRules[];
  /** Name of the edit that led here, for “Undo add subnet”. */
  readonly lastEdit: string;
  /** The only way to change the design: one call, one undo step. */
  edit(label: string, change: Edit): void;
  /** Judges by other rules of an organisation: one undo step. */
  setCustomRules(label: string, customRules: readonly CustomRules[]): void;
  /** Shows another design in the workspace. The caller clears the history. */
  replaceDesign(
    design: Design,
    designKey: string,
    notes: readonly OpeningNote[],
    customRules?: readonly CustomRules[],
  ): void;
}

export const createDesignSlice =
  (initial: Design): StateCreator<State, [], [], DesignSlice> =>
  (set) => ({
    design: initial,
    designKey: '',
    openingNotes: [],
    customRules: [],
    lastEdit: '',
    edit: (label, change) =>
      set((state) => {
        const design = change(state.design);
        return design === state.design ? state : { design, lastEdit: label };
      }),
    setCustomRules: (lastEdit, customRules) => set({ customRules, lastEdit }),
    replaceDesign: (design, designKey, openingNotes, customRules = []) =>
      set({
        design,
        customRules,
        designKey,
        openingNotes,
        lastEdit: '',
        screen: 'workspace',
        selection: undefined,
        finding: undefined,
        placing: undefined,
        jump: undefined,
        preview: undefined,
        flash: [],
        severityFilter: 'all',
        categoryFilter: undefined,
        result: nothingChecked,
        hasCheckFailed: false,
        checkedInMs: undefined,
      }),
  });
