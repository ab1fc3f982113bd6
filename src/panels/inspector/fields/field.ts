import type { FreeSpace } from '#commands';
import type { Design, Resource, ResourceId, ResourceKind } from '#model';

/** One entry of a list of parts, as the schema has it. */
export type Part = Readonly<Record<string, unknown>>;

export type TextCheck = 'prefix' | 'address' | 'ports' | 'any';

/** Prefixes to choose from; nothing where the resource has no space of its own. */
export type FreeSpaceOf = (design: Design, resource: Resource) => FreeSpace | undefined;

/** What holds where a list has nothing: words, and the resources that it comes from. */
export interface Absence {
  readonly words?: string;
  readonly from?: readonly ResourceId[];
}

/** How a list of parts is shown and extended. */
export interface Rows {
  readonly type: 'rows';
  /** `rule`, for buttons. */
  readonly noun: string;
  /** The source may hold entries that it does not list: absence says nothing. */
  readonly isUnlistedWhenAbsent?: boolean;
  /** What holds while nothing is listed, in place of “None”, and what holds beside what is listed. */
  absentOf?(design: Design, holder: Resource): Absence | undefined;
  /** What a closed row shows. */
  cells(part: Part, nameOf: (id: unknown) => string): readonly string[];
  /** What it says below them, where a name has the width to itself. */
  below?(part: Part): string;
  /** What rows stand together for; parts come in its order. */
  groupOf?(part: Part): string;
  /** What its cells are, above the first row of each group. */
  headsOf(part: Part): readonly string[];
  /** CSS grid columns of the cells. */
  readonly columns: string;
  /** What decides which part comes first: its priority, or its place in the list. Other lists have no order. */
  readonly order?: 'priority' | 'place';
  /** Why the parts cannot stand together, in one sentence. */
  faultOf?(parts: readonly Part[]): string | undefined;
  fields(part: Part): readonly Field[];
  /** Parts that can be added; `undefined` where something must exist first. */
  readonly additions: readonly {
    readonly title: string;
    /** A word of the title that says it among the others. */
    readonly short?: string;
    /** Whether it may stand beside the parts that are there; it may where this is not said. */
    fits?(present: readonly Part[]): boolean;
    make(design: Design, present: readonly Part[]): Part | undefined;
  }[];
}

/**
 * `absent` says what holds while nothing is set, which is grey: what Azure takes by default, or that there is none. An
 * `example` is no value: it is there while one is written.
 */
export type Control =
  | {
      readonly type: 'text';
      readonly check: TextCheck;
      readonly example?: string;
      readonly absent?: string;
      readonly freeSpaceOf?: FreeSpaceOf;
    }
  | {
      readonly type: 'number';
      readonly unit?: string;
      readonly range?: readonly [least: number, most: number];
    }
  /** Several texts, separated by commas. */
  | {
      readonly type: 'list';
      readonly check: TextCheck;
      readonly example?: string;
      readonly absent?: string;
      readonly freeSpaceOf?: FreeSpaceOf;
    }
  /** Names with values, as tags are. */
  | { readonly type: 'pairs' }
  /** Where nothing is said to be absent, it must be set. */
  | {
      readonly type: 'choice';
      readonly options: readonly (readonly [value: string | boolean, title: string])[];
      readonly absent?: string;
    }
  | { readonly type: 'reference'; readonly kinds: readonly ResourceKind[]; readonly isRequired?: boolean }
  | {
      readonly type: 'references';
      readonly kinds: readonly ResourceKind[];
      /** What holds while nothing is listed, in place of “None”. */
      readonly absent?: string;
    }
  | Rows;

/** A property in Azure's words and the control that fits it. */
export interface Field {
  /** Path from the resource or part, with dots. */
  readonly path: string;
  readonly label: string;
  readonly control: Control;
  /** What Azure lists by itself: asked of nobody who draws, and shown only where it was read. */
  readonly isToldByAzure?: boolean;
  /** Path of a reference to what decides in its place: while it is set, this counts for nothing and is not asked for. */
  readonly decidedBy?: string;
  /** The values of another property for which this one counts. */
  readonly onlyWhile?: { readonly path: string; readonly values: readonly unknown[] };
}

export const text = (path: string, label: string, check: TextCheck = 'any', example?: string): Field => ({
  path,
  label,
  control: { type: 'text', check, ...(example === undefined ? {} : { example }) },
});

export const number = (
  path: string,
  label: string,
  unit?: string,
  range?: readonly [least: number, most: number],
): Field => ({
  path,
  label,
  control: { type: 'number', ...(unit === undefined ? {} : { unit }), ...(range ? { range } : {}) },
});

/** The same field with prefixes to choose from. */
export const withFreeSpace = (field: Field, freeSpaceOf: FreeSpaceOf): Field =>
  field.control.type === 'text' || field.control.type === 'list'
    ? { ...field, control: { ...field.control, freeSpaceOf } }
    : field;

export const list = (path: string, label: string, check: TextCheck = 'any', example?: string): Field => ({
  path,
  label,
  control: { type: 'list', check, ...(example === undefined ? {} : { example }) },
});

/** The same field with what holds while it is empty. */
export const whileEmpty = (absent: string, field: Field): Field =>
  field.control.type === 'text' || field.control.type === 'list'
    ? { ...field, control: { ...field.control, absent } }
    : field;

/** What counts only while a reference is not set. */
export const unlessDecidedBy =
  (path: string) =>
  (field: Field): Field => ({ ...field, decidedBy: path });

/** What counts only for some values of another property. */
export const onlyWhile = (path: string, values: readonly unknown[], field: Field): Field => ({
  ...field,
  onlyWhile: { path, values },
});

/** What only an export of Azure lists. */
export const toldByAzure = (field: Field): Field => ({ ...field, isToldByAzure: true });

/** Values whose titles are the values themselves, or pairs. */
export const choice = (
  path: string,
  label: string,
  options: readonly (string | readonly [value: string | boolean, title: string])[],
  absent?: string,
): Field => ({
  path,
  label,
  control: {
    type: 'choice',
    options: options.map((option) => (typeof option === 'string' ? [option, option] : option)),
    ...(absent === undefined ? {} : { absent }),
  },
});

/** On, off, or what Azure takes. */
export const flag = (path: string, label: string, absent: string): Field =>
  choice(
    path,
    label,
    [
      [true, 'On'],
      [false, 'Off'],
    ],
    absent,
  );

/** Names with values. */
export const pairs = (path: string, label: string): Field => ({ path, label, control: { type: 'pairs' } });

export const reference = (path: string, label: string, ...kinds: readonly ResourceKind[]): Field => ({
  path,
  label,
  control: { type: 'reference', kinds },
});

/** Of a part that means nothing without it. */
export const requiredReference = (path: string, label: string, ...kinds: readonly ResourceKind[]): Field => ({
  path,
  label,
  control: { type: 'reference', kinds, isRequired: true },
});

export const references = (path: string, label: string, ...kinds: readonly ResourceKind[]): Field => ({
  path,
  label,
  control: { type: 'references', kinds },
});

export const rows = (path: string, label: string, control: Omit<Rows, 'type'>): Field => ({
  path,
  label,
  control: { type: 'rows', ...control },
});

/** The grid of two cells: the second is on the axis of values. */
export const twoColumns = 'calc(142px - var(--inset, 0px)) minmax(0, 1fr)';

/** A cell's text of whatever a part holds. */
export const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(textOf).join(', ') : value === undefined ? '' : String(value);

/** A name that no sibling part bears. */
export const freePartName = (present: readonly Part[], stem: string): string => {
  const taken = new Set(present.map((part) => part.name));
  let number = present.length + 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
};
