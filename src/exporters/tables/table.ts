/** A cell of a table: words, or a number that can be added up. */
export type TableCell = string | number;

/** Rows under named columns, the same for every format that has tables. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** Values of one cell: Azure's own separator. */
export const listed = (values: readonly string[] | undefined): string => (values ?? []).join(', ');
