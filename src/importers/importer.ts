import type { Design } from '#model';

export interface InputFile {
  readonly name: string;
  /** Nothing where the file is a PNG. */
  readonly text: string;
  /** The bytes of a PNG, which is no text; the design is inside. */
  readonly png?: Uint8Array;
}

/** What a file held that the design does not, or holds differently, and why. */
export interface ImportNote {
  readonly what: string;
  readonly because: string;
}

/** Bad input is a value: what is wrong in plain words, with the place and a command that helps where there is one. */
export type ImportResult =
  | { readonly ok: true; readonly design: Design; readonly notes: readonly ImportNote[] }
  | { readonly ok: false; readonly error: string; readonly command?: string };

export interface ImportOptions {
  /** The person says that the files hold everything there is; `undefined` leaves it to the format. */
  readonly complete?: boolean | undefined;
  /** Network and machine learning resources of an export beyond which it is refused; 20,000 when absent. */
  readonly mostResources?: number | undefined;
}
