import type { ExportFormat, ExportResult, PictureOptions } from '#exporters';
import type { ImportResult } from '#importers';
import {
  type CustomRules,
  counted,
  type Design,
  findNote,
  findResource,
  isGround,
  type Note,
  type Resource,
  type ResourceId,
} from '#model';
import type { FixOrder } from '#rules';
import type { AppStore, Fixed, OpeningNote, State } from '#store';

/** A drawing as pixels, and how many of them a unit has. */
export interface Raster {
  readonly png: Uint8Array<ArrayBuffer>;
  readonly scale: number;
}

export interface RasterOptions {
  /** The saved design that the picture holds, so that it opens again. */
  readonly inside?: string | undefined;
  readonly signal?: AbortSignal;
  /** Told how much is drawn, from 0 to 1. */
  readonly onProgress?: (part: number) => void;
}

/** What is to be written, of which design. */
export interface ExportRequest {
  readonly format: ExportFormat;
  readonly design: Design;
  /** Rules of an organisation, judged beside Isoplan's own. */
  readonly customRules: readonly CustomRules[];
  /** ISO date. */
  readonly today: string;
  readonly notes: readonly OpeningNote[];
  readonly picture?: PictureOptions;
}

/** Which fixes to make in which design. */
export interface FixRequest {
  readonly design: Design;
  /** Rules of an organisation, judged beside Isoplan's own. */
  readonly customRules: readonly CustomRules[];
  /** ISO date. */
  readonly today: string;
  readonly order: FixOrder;
}

/** What is seen of a drawing: where its origin is, in CSS pixels, and how large it is; on a page of some size. */
export interface KeptView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly page: string;
}

/** What commands need of the browser; given by the application, replaced in tests. */
export interface Browser {
  newId(): ResourceId;
  /** ISO date. */
  today(): string;
  /** Asks for files; empty when the person thinks better of it. */
  pickFiles(): Promise<readonly File[]>;
  /** Reads files off the main thread; rejects where it is cancelled. */
  importFiles(files: readonly File[], signal?: AbortSignal): Promise<ImportResult>;
  save(path: string, content: Blob): void;
  copyText(text: string): Promise<void>;
  /** Puts a picture on the clipboard; it may still be in the making. */
  copyPicture(png: Promise<Blob>): Promise<void>;
  /** Makes the files of a format off the main thread; rejects where it is cancelled. */
  exportFiles(request: ExportRequest, signal?: AbortSignal): Promise<ExportResult>;
  /** Works fixes out off the main thread, telling which part is done; rejects where it is cancelled. */
  fix(request: FixRequest, signal: AbortSignal, onPart: (part: number) => void): Promise<Fixed>;
  /** Rasterises a self-contained SVG, so many pixels a unit or as many as the browser can. */
  toPng(svg: string, scale: number, options?: RasterOptions): Promise<Raster>;
  /** Prints a drawing in place of the page. */
  print(svg: string): Promise<void>;
  /** Where a person left the view of a design in this tab; nothing where it is as it was fitted. */
  keptView(key: string): KeptView | undefined;
  keepView(key: string, view: KeptView | undefined): void;
  toggleScheme(): void;
  /** Moves the focus to a part of the screen; from the finding that is read Escape leads back. */
  focus(
    place:
      | 'search'
      | 'next-region'
      | 'previous-region'
      | 'outline'
      | 'inspector'
      | 'finding'
      | 'findings'
      | 'canvas'
      | 'design-name',
  ): void;
  /** The design kept under a key of this browser, and the notes it was once opened with. */
  loadDesign(key: string): Promise<{
    readonly result: ImportResult;
    readonly notes: readonly OpeningNote[];
    readonly customRules?: readonly CustomRules[];
  }>;
  /** A design kept here, to be looked at; `undefined` where it is damaged or too large to be read in passing. */
  peekDesign(key: string): Promise<Design | undefined>;
  /** Takes a design out of this browser; what it resolves to brings it back. */
  forgetDesign(key: string): Promise<() => Promise<void>>;
}

export interface CommandContext {
  readonly store: AppStore;
  readonly browser: Browser;
}

/** Anything the user can do by name: button, palette entry and shortcut are all drawn from this. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** tinykeys syntax; `$mod` is Ctrl or ⌘. */
  readonly shortcut?: string;
  /** Further keys for the same; not shown. */
  readonly alternatives?: readonly string[];
  /** Whether the shortcut also works while a field has the focus. */
  readonly worksInFields?: boolean;
  /** Whether the shortcut also works while a removal is asked about, which others would change under the question. */
  readonly worksInQuestions?: boolean;
  /** Whether the shortcut works only while the canvas has the focus: keys that mean something else elsewhere. */
  readonly isForCanvas?: boolean;
  /** Whether it is about what is selected: pressed on the canvas, about what has the focus there. */
  readonly isAboutSelection?: boolean;
  /** Whether the shortcut is left to the browser while text is selected: copying text copies text. */
  readonly yieldsToText?: boolean;
  isEnabled?(state: State): boolean;
  /** What stands in the way of it, in a few words, where that is not seen. */
  obstacle?(state: State): string | undefined;
  run(context: CommandContext): void | Promise<void>;
}

/** In the workspace with nothing lying over it. */
export const isAtWork = (state: State): boolean => state.screen === 'workspace' && state.dialog === undefined;

/** Whether an id is of a resource or a note that is still there. */
export const isThere = (design: Design, id: ResourceId): boolean =>
  findResource(design, id) !== undefined || findNote(design, id) !== undefined;

/** At work with something selected that is still there. */
export const hasSelection = (state: State): boolean =>
  isAtWork(state) && state.selected.some((id) => isThere(state.design, id));

/** The notes that are selected, in the order of choosing. */
export const notesChosen = ({ design, selected }: Pick<State, 'design' | 'selected'>): readonly Note[] =>
  selected.flatMap((id) => findNote(design, id) ?? []);

/** `vnet-hub`, `3 resources`, `note`: what an undo step and an announcement call one or several things. */
export const namesOf = (
  resources: readonly Pick<Resource, 'name'>[],
  notes: readonly unknown[] = [],
): string => {
  const noted = notes.length === 1 ? 'note' : counted(notes.length, 'note');
  if (resources.length === 0 && notes.length > 0) return noted;
  const named = resources.length === 1 ? (resources[0]?.name ?? '') : `${resources.length} resources`;
  return notes.length === 0 ? named : `${named} and ${notes.length === 1 ? 'a note' : noted}`;
};

/** How many resources a design has, besides the ground that they stand on. */
export const countOf = ({ resources }: Design): number =>
  resources.filter(({ kind }) => !isGround(kind)).length;

/** Puts a design into the workspace, with a history of its own, and goes on there: the screen before is gone. */
export const openDesign = (
  { store, browser }: CommandContext,
  design: Design,
  options: {
    readonly key?: string;
    readonly notes?: State['openingNotes'];
    readonly customRules?: readonly CustomRules[];
  } = {},
): void => {
  store
    .getState()
    .replaceDesign(design, options.key ?? browser.newId(), options.notes ?? [], options.customRules ?? []);
  store.temporal.getState().clear();
  const count = countOf(design);
  const what = count === 0 ? 'nothing in it yet' : counted(count, 'resource');
  store.getState().announce(`Opened ${design.name}, ${what}.`);
  browser.focus('canvas');
};
