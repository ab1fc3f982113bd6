import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import type { Design } from '#model';
import { createDesignSlice } from './design-slice.ts';
import { createFindingsSlice } from './findings-slice.ts';
import { stepOf } from './history.ts';
import type { State } from './state.ts';
import { createViewSlice } from './view-slice.ts';

/** Undo steps kept; each holds only what differs from its neighbour. */
const undoSteps = 1000;

/** The whole state of the application: design with history, view, last findings. */
export const createAppStore = (initial: Design) =>
  createStore<State>()(
    temporal(
      (...api) => ({
        ...createDesignSlice(initial)(...api),
        ...createViewSlice(...api),
        ...createFindingsSlice(...api),
      }),
      {
        limit: undoSteps,
        partialize: stepOf,
        equality: (past, present) => past.step === present.step,
      },
    ),
  );

export type AppStore = ReturnType<typeof createAppStore>;
