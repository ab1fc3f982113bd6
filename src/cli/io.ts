import type { Fonts } from '#exporters';

/** What a command may do to the world; the process gives the real one, tests give their own. */
export interface Io {
  /** Bytes of a file, or of standard input for `-`. Throws what Node throws. */
  readBytes(path: string): Promise<Uint8Array>;
  writeFile(path: string, content: string | Uint8Array): Promise<void>;
  isFolder(path: string): Promise<boolean>;
  /** Writes to standard output. */
  print(content: string | Uint8Array): void;
  /** Writes a line to standard error. */
  complain(line: string): void;
  /** The date by the clock, as `YYYY-MM-DD`. */
  today(): string;
  /** The renderer's WebAssembly, which lies beside the program: throws where it is missing. */
  loadRenderer(): Promise<Uint8Array>;
  /** The fonts beside the program by name: throws where they are missing. */
  loadFonts(): Promise<Fonts>;
}

/** How a command ends: 0 all well, 1 found something, 2 could not use what it was given, 3 cannot tell. */
export type ExitStatus = 0 | 1 | 2 | 3;
