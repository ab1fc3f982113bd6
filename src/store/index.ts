/**
 * Application state without React or browser: the design with its history, the view, the last findings.
 * May not: render or do I/O.
 */
export type { DesignSlice, OpeningNote } from './design-slice.ts';
export { type FindingsSlice, isJudgedAnew } from './findings-slice.ts';
export { type History, historyOf, nearestSteps, resumeHistory } from './history.ts';
export type { State } from './state.ts';
export { type AppStore, createAppStore } from './store.ts';
export {
  type Busy,
  type Clipboard,
  changesOf,
  connectingOf,
  type Fixed,
  isOutlineOnly,
  type Look,
  type Notice,
  type Preview,
  previewOf,
  type RecentDesign,
  type Removal,
  removalOf,
  type SeverityFilter,
  type ViewSlice,
} from './view-slice.ts';
