import type { StateCreator } from 'zustand/vanilla';
import type { CustomRules, Design, Edit } from '#model';
import type { CheckResult } from '#rules';
import { nothingChecked, verdictOn } from './findings-slice.ts';
import type { State } from './state.ts';
import { type Fixed, nothingSelected } from './view-slice.ts';

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
  /** Leaves what an edit does not touch where it was drawn, and with the addresses that it was shown with; fetched on use. */
  readonly keepPlaces?: (before: State, after: Design, result?: CheckResult) => Design;
  /** Counts up with every step of the history. */
  readonly step: number;
  /**
   * The only way to change the design: one call, one undo step. Edits of the same `run` that follow each other with
   * nothing between them are one step: a held arrow key moves a thing once.
   */
  edit(label: string, change: Edit, run?: string): void;
  /** Replaces the design by one that has been judged: one undo step, shown with its findings at once. */
  editChecked(label: string, fixed: Fixed): void;
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

/** What was said of an act goes with the next one that succeeds; what a file left out stays until it is closed. */
const lasting = ({ notice }: State): State['notice'] => (notice?.details ? notice : undefined);

/** What an edit does not touch stays as it was shown. */
function withPlaces(before: State, after: Design, result?: CheckResult): Design {
  const { resources, layout } = before.design;
  const isShownAlike = after.resources === resources && after.layout === layout;
  return isShownAlike ? after : (before.keepPlaces?.(before, after, result) ?? after);
}

export const createDesignSlice =
  (initial: Design): StateCreator<State, [], [], DesignSlice> =>
  (set) => {
    let steps = 0;
    // Not in the state: what was undone in between must not be joined to.
    let last: { readonly run: string; readonly design: Design } | undefined;
    const nextStep = () => {
      steps += 1;
      return steps;
    };
    return {
      design: initial,
      step: 0,
      designKey: '',
      openingNotes: [],
      customRules: [],
      lastEdit: '',
      edit: (label, change, run) =>
        set((state) => {
          const changed = change(state.design);
          if (changed === state.design) return state;
          const design = withPlaces(state, changed);
          const isJoined = run !== undefined && last?.run === run && last.design === state.design;
          last = run === undefined ? undefined : { run, design };
          return {
            design,
            lastEdit: label,
            step: isJoined ? state.step : nextStep(),
            notice: lasting(state),
          };
        }),
      editChecked: (lastEdit, { design, result, tookMs, internet }) => {
        last = undefined;
        set((state) => ({
          design: withPlaces(state, design, result),
          lastEdit,
          step: nextStep(),
          notice: lasting(state),
          ...verdictOn(state, result, tookMs, internet),
        }));
      },
      setCustomRules: (lastEdit, customRules) => {
        last = undefined;
        set({ customRules, lastEdit, step: nextStep() });
      },
      replaceDesign: (design, designKey, openingNotes, customRules = []) =>
        set({
          design,
          customRules,
          designKey,
          openingNotes,
          // What was said was said of the design before.
          notice: undefined,
          lastEdit: '',
          step: nextStep(),
          screen: 'workspace',
          ...nothingSelected,
          finding: undefined,
          placing: undefined,
          drafting: undefined,
          isGuided: false,
          jump: undefined,
          preview: undefined,
          flash: [],
          severityFilter: 'all',
          categoryFilter: undefined,
          result: nothingChecked,
          hasCheckFailed: false,
          checkedInMs: undefined,
          internet: undefined,
        }),
    };
  };
