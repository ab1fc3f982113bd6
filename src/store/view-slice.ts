import type { StateCreator } from 'zustand/vanilla';
import type { Design, ResourceId, ResourceKind } from '#model';
import type { Category, Severity } from '#rules';
import type { State } from './state.ts';

/** What a file brought that the design could not hold, or a fault in one sentence. */
export interface Notice {
  readonly tone: 'error' | 'warning' | 'note';
  readonly title: string;
  readonly text?: string;
  readonly details?: readonly { readonly what: string; readonly because: string }[];
}

/** What a fix would do, shown before it is applied; void once the design is another one. */
export interface Preview {
  /** Of the finding. */
  readonly fingerprint: string;
  /** Which of its fixes. */
  readonly offer: number;
  /** Where it was asked for, and is told in words. */
  readonly place: 'list' | 'card';
  readonly before: Design;
  readonly after: Design;
}

/** A design kept in this browser, without its contents. */
export interface RecentDesign {
  readonly key: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly errors: number;
  readonly warnings: number;
  readonly passed: number;
}

export type SeverityFilter = Severity | 'passed' | 'cannot-tell' | 'accepted' | 'all';

/** How the person looks at the design. Never saved in it, never undone. */
export interface ViewSlice {
  readonly screen: 'start' | 'planner' | 'workspace';
  readonly selection: ResourceId | undefined;
  /** Fingerprint of the finding being read. */
  readonly finding: string | undefined;
  /** Kind being dragged from the palette, or placed by keyboard. */
  readonly placing: ResourceKind | undefined;
  readonly severityFilter: SeverityFilter;
  readonly categoryFilter: Category | undefined;
  readonly leftPanel: 'add' | 'outline';
  /** Whether the palette stands open where the screen is too narrow for it to stay. */
  readonly isPaletteOpen: boolean;
  readonly isFindingsOpen: boolean;
  readonly dialog: 'commands' | 'shortcuts' | 'export' | 'rule' | undefined;
  /** Whose page the dialog of rules shows. */
  readonly rule: string | undefined;
  readonly notice: Notice | undefined;
  /** What is being done that takes its time: `Opening resources.json`. */
  readonly busy: string | undefined;
  readonly recentDesigns: readonly RecentDesign[];
  /** Counts up: the canvas brings this resource into view when `at` changes. */
  readonly jump: { readonly to: ResourceId; readonly at: number } | undefined;
  readonly preview: Preview | undefined;
  /** What a fix has just changed, to be pointed out once. */
  readonly flash: readonly ResourceId[];
  select(resource: ResourceId | undefined): void;
  /** Opens a finding: selects its first resource and brings it into view. */
  openFinding(fingerprint: string | undefined, resource?: ResourceId): void;
  /** Selects a resource and brings it into view. */
  jumpTo(resource: ResourceId): void;
  setView(
    change: Partial<
      Pick<
        ViewSlice,
        | 'screen'
        | 'placing'
        | 'severityFilter'
        | 'categoryFilter'
        | 'leftPanel'
        | 'isPaletteOpen'
        | 'isFindingsOpen'
        | 'dialog'
        | 'rule'
        | 'notice'
        | 'busy'
        | 'recentDesigns'
        | 'preview'
        | 'flash'
      >
    >,
  ): void;
}

/** The preview that is shown: of the design as it stands. */
export const previewOf = ({ preview, design }: State): Preview | undefined =>
  preview?.before === design ? preview : undefined;

export const createViewSlice: StateCreator<State, [], [], ViewSlice> = (set) => ({
  screen: 'start',
  selection: undefined,
  finding: undefined,
  placing: undefined,
  severityFilter: 'all',
  categoryFilter: undefined,
  leftPanel: 'add',
  isPaletteOpen: false,
  isFindingsOpen: true,
  dialog: undefined,
  rule: undefined,
  notice: undefined,
  busy: undefined,
  recentDesigns: [],
  jump: undefined,
  preview: undefined,
  flash: [],
  select: (selection) => set({ selection, finding: undefined }),
  openFinding: (finding, resource) =>
    set((state) =>
      resource === undefined
        ? { finding }
        : { finding, selection: resource, jump: { to: resource, at: (state.jump?.at ?? 0) + 1 } },
    ),
  jumpTo: (to) => set((state) => ({ selection: to, jump: { to, at: (state.jump?.at ?? 0) + 1 } })),
  setView: (change) => set(change),
});
