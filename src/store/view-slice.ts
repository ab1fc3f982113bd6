import type { StateCreator } from 'zustand/vanilla';
import type { InternetGroup } from '#drawing';
import type { Design, ResourceId, ResourceKind } from '#model';
import type { Category, CheckResult, Finding, Severity } from '#rules';
import type { State } from './state.ts';

/** What a file brought that the design could not hold, or a fault in one sentence. */
export interface Notice {
  readonly tone: 'error' | 'warning' | 'note' | 'refusal';
  readonly title: string;
  readonly text?: string;
  /** Where it was refused. */
  readonly at?: ResourceId | undefined;
  /** To run elsewhere. */
  readonly command?: string | undefined;
  /** What the person may want to do about it at once: two things at most. */
  readonly actions?: readonly { readonly label: string; run(): void }[] | undefined;
  readonly details?: readonly { readonly what: string; readonly because: string }[];
  /** What was changed, each in a sentence. */
  readonly changes?: readonly string[];
}

/** A design after fixes, and what the check then says of it. */
export interface Fixed {
  readonly design: Design;
  /** Every change that leads there, in words: the fixes' own, and what they call for. */
  readonly changes: readonly string[];
  readonly result: CheckResult;
  /** Milliseconds of the check. */
  readonly tookMs: number;
  /** Its ways to the internet, where they are known. */
  readonly internet?: readonly InternetGroup[];
}

/** What goes on off the main thread. */
export interface Busy {
  readonly label: string;
  /** Which part is done, from 0 to 1, where that can be told. */
  readonly part?: number;
  cancel(): void;
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
  readonly fixed: Fixed;
  /** What the fix leaves of findings, with other facts or milder, by the fingerprints that they have now. */
  readonly heirs: ReadonlyMap<string, Finding>;
  /** What was selected before: again once the preview is left. */
  readonly left: readonly ResourceId[];
}

/** What was copied or cut: a design never changes, so this one is kept as it was. */
export interface Clipboard {
  readonly source: Design;
  readonly roots: readonly ResourceId[];
  /** Of what was cut and not pasted yet: the design without it, and the key of that. */
  readonly cut?: { readonly after: Design; readonly designKey: string };
}

/** A removal with everything that goes or loses something with it. */
export interface Removal {
  /** Those that are chosen, one that lies in none of the others first. */
  readonly resources: readonly ResourceId[];
  readonly notes: readonly ResourceId[];
  /** Void once the design is another one. */
  readonly before: Design;
  readonly after: Design;
  readonly dependents: readonly {
    readonly what: string;
    readonly because: string;
    /** It goes, too; else it stays without what it pointed at. */
    readonly isRemoved: boolean;
  }[];
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

/** A step closer or farther, at full size, all of the drawing, what is selected of it, or what has changed since a design. */
export type Look = 'closer' | 'farther' | 'actual' | 'whole' | 'change' | 'selection' | 'names';

export type SeverityFilter = Severity | 'passed' | 'cannot-tell' | 'accepted' | 'all';

/** How the person looks at the design. Never saved in it, never undone. */
export interface ViewSlice {
  /** `opening` until it is known whether a design is to be shown again: nothing can be used that is to be replaced. */
  readonly screen: 'opening' | 'start' | 'planner' | 'workspace';
  /** What the inspector shows: the last of what is selected. */
  readonly selection: ResourceId | undefined;
  /** Everything selected, in the order of choosing. */
  readonly selected: readonly ResourceId[];
  /** What is being renamed, or the note that is being written, in its place on the canvas. */
  readonly renaming: ResourceId | undefined;
  /** Whether the name of the design is being written. */
  readonly isNamingDesign: boolean;
  /** A note being written on the canvas that is not there yet: in the middle of the view, unless it says otherwise. */
  readonly drafting:
    | { readonly attachedTo?: ResourceId; readonly at?: { readonly x: number; readonly y: number } }
    | undefined;
  readonly clipboard: Clipboard | undefined;
  /**
   * A choice of what to join something to; of one thing alone where `to` is given, or of its endpoints, offered. `at` is
   * where a pointer let go, in the window's pixels.
   */
  readonly connecting:
    | {
        readonly from: ResourceId;
        readonly to?: ResourceId;
        readonly at?: { readonly x: number; readonly y: number };
        readonly isOffer?: true;
      }
    | undefined;
  /**
   * The menu of the selection, asked for on the canvas: where the pointer was in the window, in CSS pixels, and a page to
   * open at.
   */
  readonly menu:
    | { readonly at?: { readonly x: number; readonly y: number }; readonly page?: 'add' | 'move' | 'ground' }
    | undefined;
  /** A removal that takes more than was chosen, waiting for a yes. */
  readonly removal: Removal | undefined;
  /**
   * Said to people who do not see the screen; `at` counts up, so that the same text is said again. What `waits` is said
   * once nothing else has been for a moment: a held key would say it at every step.
   */
  readonly announcement: { readonly text: string; readonly at: number; readonly waits: boolean } | undefined;
  /** Fingerprint of the finding being read. */
  readonly finding: string | undefined;
  /** Kind being dragged from the palette, or placed by keyboard. */
  readonly placing: ResourceKind | undefined;
  readonly severityFilter: SeverityFilter;
  readonly categoryFilter: Category | undefined;
  /** Whether dragging moves the view rather than what is under the pointer. */
  readonly isHand: boolean;
  /** Whether the window has room for the drawing or the outline, not for both beside each other. */
  readonly isSmall: boolean;
  /** Which of the two a small window shows; the outline, where nobody has said. */
  readonly middle: 'drawing' | 'outline' | undefined;
  readonly leftPanel: 'add' | 'outline';
  /** Whether the palette stands open where the screen is too narrow for it to stay. */
  readonly isPaletteOpen: boolean;
  readonly isFindingsOpen: boolean;
  /** Of the findings in CSS pixels, where the person set it; else they take what their list needs, up to a share. */
  readonly findingsHeight: number | undefined;
  readonly dialog: 'commands' | 'shortcuts' | 'export' | 'rule' | undefined;
  /** Whose page the dialog of rules shows. */
  readonly rule: string | undefined;
  readonly notice: Notice | undefined;
  /** What is being done that takes its time: `Opening resources.json`. */
  readonly busy: Busy | undefined;
  readonly recentDesigns: readonly RecentDesign[];
  /** Whether the first steps are shown beside the drawing. */
  readonly isGuided: boolean;
  /** Counts up: the canvas brings this resource into view when `at` changes. */
  readonly jump: { readonly to: ResourceId; readonly at: number } | undefined;
  /** How the canvas was last asked to show the drawing; a new object each time. */
  readonly looking: { readonly how: Look; readonly since?: Design | undefined } | undefined;
  readonly preview: Preview | undefined;
  /**
   * All that a fix comes to whose button is pointed at, which is tried before it is pressed; void once the design is
   * another one.
   */
  readonly tried:
    | (Pick<Preview, 'fingerprint' | 'offer' | 'before'> & { readonly changes: readonly string[] })
    | undefined;
  /** What a fix has just changed, to be pointed out once. */
  readonly flash: readonly ResourceId[];
  /** What is pointed at beside the drawing: it is lit there, and stays as it is. */
  readonly pointed: readonly ResourceId[];
  select(resource: ResourceId | undefined): void;
  /** Selects several at once; the last is shown in the inspector. */
  selectAll(resources: readonly ResourceId[]): void;
  /** Adds a resource to the selection, or takes it out. */
  toggleSelected(resource: ResourceId): void;
  announce(text: string, options?: { readonly waits: boolean }): void;
  /** Opens a finding: selects its first resource and brings it into view. */
  openFinding(fingerprint: string | undefined, resource?: ResourceId): void;
  /** Selects a resource and brings it into view. */
  jumpTo(resource: ResourceId): void;
  look(how: Look, since?: Design): void;
  setView(
    change: Partial<
      Pick<
        ViewSlice,
        | 'screen'
        | 'placing'
        | 'isNamingDesign'
        | 'renaming'
        | 'drafting'
        | 'clipboard'
        | 'connecting'
        | 'removal'
        | 'menu'
        | 'severityFilter'
        | 'categoryFilter'
        | 'isHand'
        | 'isSmall'
        | 'middle'
        | 'leftPanel'
        | 'isPaletteOpen'
        | 'isFindingsOpen'
        | 'findingsHeight'
        | 'dialog'
        | 'rule'
        | 'notice'
        | 'busy'
        | 'recentDesigns'
        | 'isGuided'
        | 'preview'
        | 'tried'
        | 'flash'
        | 'pointed'
      >
    >,
  ): void;
}

/** Whether the outline stands in the place of the drawing, for which there is no room. */
export const isOutlineOnly = ({ isSmall, middle }: Pick<ViewSlice, 'isSmall' | 'middle'>): boolean =>
  isSmall && middle !== 'drawing';

/** The preview that is shown: of the design as it stands. */
export const previewOf = ({ preview, design }: State): Preview | undefined =>
  preview?.before === design ? preview : undefined;

const none: readonly string[] = [];

/** All that an offer of a finding comes to, in words: what the rule says of it, until it was tried. */
export const changesOf = (
  { tried, design }: State,
  { fingerprint, fixes }: Finding,
  offer: number,
): readonly string[] =>
  tried?.before === design && tried.fingerprint === fingerprint && tried.offer === offer
    ? tried.changes
    : (fixes[offer]?.changes ?? none);

export const nothingSelected = {
  selection: undefined,
  selected: [],
  renaming: undefined,
  removal: undefined,
  menu: undefined,
} as const satisfies Partial<ViewSlice>;

const selectionOf = (selected: readonly ResourceId[]) => ({
  ...nothingSelected,
  selected,
  selection: selected.at(-1),
});

/** The choice of connections that is open: of what is selected. */
export const connectingOf = ({ connecting, selection }: State): ViewSlice['connecting'] =>
  connecting?.from === selection ? connecting : undefined;

/** The removal that is asked about: of the design as it stands. */
export const removalOf = ({ removal, design }: State): Removal | undefined =>
  removal?.before === design ? removal : undefined;

export const createViewSlice: StateCreator<State, [], [], ViewSlice> = (set) => ({
  screen: 'start',
  ...nothingSelected,
  isNamingDesign: false,
  announcement: undefined,
  drafting: undefined,
  clipboard: undefined,
  connecting: undefined,
  finding: undefined,
  placing: undefined,
  severityFilter: 'all',
  categoryFilter: undefined,
  isHand: false,
  isSmall: false,
  middle: undefined,
  leftPanel: 'add',
  isPaletteOpen: false,
  isFindingsOpen: true,
  findingsHeight: undefined,
  dialog: undefined,
  rule: undefined,
  notice: undefined,
  busy: undefined,
  recentDesigns: [],
  isGuided: false,
  jump: undefined,
  looking: undefined,
  preview: undefined,
  tried: undefined,
  flash: [],
  pointed: [],
  select: (resource) => set({ ...selectionOf(resource === undefined ? [] : [resource]), finding: undefined }),
  selectAll: (resources) => set({ ...selectionOf([...new Set(resources)]), finding: undefined }),
  toggleSelected: (resource) =>
    set(({ selected }) => ({
      ...selectionOf(
        selected.includes(resource) ? selected.filter((one) => one !== resource) : [...selected, resource],
      ),
      finding: undefined,
    })),
  announce: (text, { waits } = { waits: false }) =>
    set((state) => ({ announcement: { text, at: (state.announcement?.at ?? 0) + 1, waits } })),
  openFinding: (finding, resource) =>
    set((state) =>
      resource === undefined
        ? { finding }
        : { finding, ...selectionOf([resource]), jump: { to: resource, at: (state.jump?.at ?? 0) + 1 } },
    ),
  jumpTo: (to) => set((state) => ({ ...selectionOf([to]), jump: { to, at: (state.jump?.at ?? 0) + 1 } })),
  look: (how, since) => set({ looking: { how, since } }),
  setView: (change) => set(change),
});
