import type { Design } from '#model';
import type { Network } from '#network';
import type { CheckResult } from '#rules';
import type { ExportFormat } from './formats.ts';
import type { PictureOptions } from './picture-options.ts';
import type { Fonts } from './svg/embedded-fonts.ts';

/** Something in the design that the format cannot say. Shown to the user, never dropped in silence. */
export interface Omission {
  readonly what: string;
  readonly because: string;
}

export interface ExportInput {
  readonly design: Design;
  readonly network: Network;
  readonly result: CheckResult;
  /** ISO date for title blocks and expiry; the clock is an input. */
  readonly today: string;
  /** Parts of the source that were not understood when it was opened. */
  readonly notes?: readonly Omission[];
  /** The files that were opened, as text, so that findings can be told by their lines. */
  readonly sourceFiles?: readonly { readonly path: string; readonly text: string }[];
  /** How a picture looks; other formats do not ask. */
  readonly picture?: PictureOptions;
  /** Font files by name: a drawing that is to look the same everywhere carries them. */
  readonly fonts?: Fonts;
}

export interface ExportFile {
  readonly path: string;
  readonly mediaType: string;
  readonly content: string;
}

export interface ExportResult {
  readonly files: readonly ExportFile[];
  readonly omissions: readonly Omission[];
}

export interface Exporter {
  /** The word that names the format; its title and file name are in the list of formats. */
  readonly id: ExportFormat;
  /** Pure: same input, same bytes, so a golden file can test it. */
  export(input: ExportInput): ExportResult;
}
