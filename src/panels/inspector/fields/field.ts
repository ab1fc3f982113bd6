import type { Design, ResourceKind } from '#model';

/** One entry of a list of parts, as the schema has it. */
export type Part = Readonly<Record<string, unknown>>;

export type TextCheck = 'prefix' | 'address' | 'ports' | 'any';

/** How a list of parts is shown and extended. */
export interface Rows {
  readonly type: 'rows';
  /** `rule`, for buttons. */
  readonly noun: string;
  /** The source may hold entries that it does not list: absence says nothing. */
  readonly isUnlistedWhenAbsent?: boolean;
  /** What a closed row shows. */
  cells(part: Part, nameOf: (id: unknown) => string): readonly string[];
  /** Heading under which a closed row stands; parts come in its order. */
  groupOf?(part: Part): string;
  /** CSS grid columns of the cells. */
  readonly columns: string;
  fields(part: Part): readonly Field[];
  /** Parts that can be added; `undefined` where something must exist first. */
  readonly additions: readonly {
    readonly title: string;
    make(design: Design, present: readonly Part[]): Part | undefined;
  }[];
}

export type Control =
  | { readonly type: 'text'; readonly check: TextCheck; readonly placeholder?: string }
  | { readonly type: 'number'; readonly unit?: string }
  /** Several texts, separated by commas. */
  | { readonly type: 'list'; readonly check: TextCheck; readonly placeholder?: string }
  /** `absent` says what Azure takes when nothing is set; `undefined` where it must be set. */
  | {
      readonly type: 'choice';
      readonly options: readonly (readonly [value: string | boolean, title: string])[];
      readonly absent?: string;
    }
  | { readonly type: 'reference'; readonly kinds: readonly ResourceKind[]; readonly isRequired?: boolean }
  | { readonly type: 'references'; readonly kinds: readonly ResourceKind[] }
  | Rows;

/** A property in Azure's words and the control that fits it. */
export interface Field {
  /** Path from the resource or part, with dots. */
  readonly path: string;
  readonly label: string;
  readonly control: Control;
}

export const text = (path: string, label: string, check: TextCheck = 'any', placeholder?: string): Field => ({
  path,
  label,
  control: { type: 'text', check, ...(placeholder === undefined ? {} : { placeholder }) },
});

export const number = (path: string, label: string, unit?: string): Field => ({
  path,
  label,
  control: { type: 'number', ...(unit === undefined ? {} : { unit }) },
});

export const list = (path: string, label: string, check: TextCheck = 'any', placeholder?: string): Field => ({
  path,
  label,
  control: { type: 'list', check, ...(placeholder === undefined ? {} : { placeholder }) },
});

/** Values whose titles are the values themselves, or pairs. */
export const choice = (
  path: string,
  label: string,
  options: readonly (string | readonly [string, string])[],
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
export const flag = (path: string, label: string, absent: string): Field => ({
  path,
  label,
  control: {
    type: 'choice',
    options: [
      [true, 'On'],
      [false, 'Off'],
    ],
    absent,
  },
});

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
