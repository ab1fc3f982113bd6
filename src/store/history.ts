import { type CustomRules, type Design, isAlike } from '#model';
import type { State } from './state.ts';
import type { AppStore } from './store.ts';

/** What a step of undo brings back. */
export interface Step {
  readonly design: Design;
  readonly customRules: readonly CustomRules[];
  readonly lastEdit: string;
  readonly step: number;
}

export const stepOf = ({ design, customRules, lastEdit, step }: State): Step => ({
  design,
  customRules,
  lastEdit,
  step,
});

/** The way that led to a state of a design, and the one that was taken back; the steps nearest to the present come last. */
export interface History {
  readonly present: Step;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** The history of the design in a state, before the store clears it for another design. */
export function historyOf(store: AppStore, state: State): History {
  const { pastStates, futureStates } = store.temporal.getState();
  // Each step is kept whole: the store is given no way to tell differences.
  return { present: stepOf(state), past: [...pastStates] as Step[], future: [...futureStates] as Step[] };
}

/** As many of the nearest steps as stay within so many steps, and so many resources in all of them. */
export function nearestSteps(history: History, most: { steps: number; resources: number }): History {
  let resources = 0;
  const nearest = (steps: readonly Step[]): readonly Step[] => {
    let from = steps.length;
    for (; from > 0 && steps.length - from < most.steps; from -= 1) {
      resources += steps[from - 1]?.design.resources.length ?? 0;
      if (resources > most.resources) break;
    }
    return steps.slice(from);
  };
  return { ...history, past: nearest(history.past), future: nearest(history.future) };
}

/** As it is after it was written as text and read. */
const written = ({ design, customRules }: Pick<Step, 'design' | 'customRules'>): unknown =>
  JSON.parse(JSON.stringify({ design, customRules }));

/**
 * Goes on with an earlier history of the design on screen, behind what has been done to it since it was opened. A history
 * that led to another state of it, as another tab leaves one, is of no use, and `false`.
 */
export function resumeHistory(store: AppStore, history: History): boolean {
  const state = store.getState();
  const { past: since, future } = historyOf(store, state);
  const opened = since[0] ?? stepOf(state);
  if (!isAlike(written(opened), written(history.present))) return false;
  // Numbers that no step of this page has: two states of the same number count as one.
  const numbered = (steps: readonly Step[], from: number) =>
    steps.map((step, at) => ({ ...step, step: -from - at }));
  const past = numbered(history.past, 1);
  const { lastEdit } = history.present;
  const isUntouched = since.length === 0 && future.length === 0;
  if (since.length === 0) store.setState({ lastEdit });
  store.temporal.setState({
    pastStates: [...past, ...since.map((step, at) => (at === 0 ? { ...step, lastEdit } : step))],
    futureStates: isUntouched ? numbered(history.future, past.length + 1) : [...future],
  });
  return true;
}
