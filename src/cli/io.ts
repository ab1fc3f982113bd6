/** What a command may do to the world; the process gives the real one, tests give their own. */
export interface Io {
  /** Text of a file, or of standard input for `-`. Throws what Node throws. */
  readText(path: string): Promise<string>;
  writeFile(path: string, content: string | Uint8Array): Promise<void>;
  isFolder(path: string): Promise<boolean>;
  /** Writes to standard output. */
  print(content: string | Uint8Array): void;
  /** Writes a line to standard error. */
  complain(line: string): void;
  /** The date by the clock, as `YYYY-MM-DD`. */
  today(): string;
  /** What lies beside the program and draws PNG text: throws where it is missing. */
  loadRenderer(): Promise<Renderer>;
}

export interface Renderer {
  readonly wasm: Uint8Array;
  readonly fonts: readonly Uint8Array[];
}

/** How a command ends: 0 all well, 1 found something, 2 could not use what it was given, 3 cannot tell. */
export type ExitStatus = 0 | 1 | 2 | 3;
