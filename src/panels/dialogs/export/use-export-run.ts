import { useEffect, useRef, useState } from 'react';
import {
  copyAs,
  type ExportFormat,
  type ExportOptions,
  exportAs,
  type Omission,
  reasonOfFailure,
} from '#commands';
import { useCommandContext } from '#ui';

/** Only what takes longer is worth a bar. */
const patienceMs = 500;

export interface Running {
  readonly format: ExportFormat;
  /** How much is drawn, from 0 to 1; `undefined` where that is not known. */
  readonly part: number | undefined;
  readonly isLong: boolean;
}

export interface Outcome {
  readonly text: string;
  /** Why there is no file. */
  readonly fault?: string;
  readonly omissions: readonly Omission[];
}

export interface ExportRun {
  readonly running: Running | undefined;
  /** How the last export of each format ended. */
  readonly outcomes: ReadonlyMap<ExportFormat, Outcome>;
  /** The one that ended last. */
  readonly last: (Outcome & { readonly format: ExportFormat }) | undefined;
  save(format: ExportFormat, options?: ExportOptions): void;
  copy(format: ExportFormat, options?: ExportOptions): void;
  cancel(): void;
}

/** Runs one export at a time; closing what shows it cancels it. */
export function useExportRun(): ExportRun {
  const context = useCommandContext();
  const [running, setRunning] = useState<Running>();
  const [outcomes, setOutcomes] = useState<ExportRun['outcomes']>(new Map());
  const [last, setLast] = useState<ExportRun['last']>();
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);

  const run = async (format: ExportFormat, work: (options: ExportOptions) => Promise<Outcome>) => {
    if (current.current) return;
    const control = new AbortController();
    current.current = control;
    const { signal } = control;
    setRunning({ format, part: undefined, isLong: false });
    const timer = window.setTimeout(
      () => setRunning((before) => before && { ...before, isLong: true }),
      patienceMs,
    );
    const onProgress = (part: number) =>
      setRunning((before) => (before?.isLong ? { ...before, part } : before));
    const failed = (error: unknown): Outcome =>
      signal.aborted
        ? { text: 'Cancelled', omissions: [] }
        : { text: 'Not made', fault: reasonOfFailure(error), omissions: [] };
    const outcome = await work({ signal, onProgress }).catch(failed);
    window.clearTimeout(timer);
    current.current = undefined;
    setRunning(undefined);
    setOutcomes((before) => new Map(before).set(format, outcome));
    setLast({ ...outcome, format });
  };

  return {
    running,
    outcomes,
    last,
    save: (format, options = {}) =>
      void run(format, async (own) => {
        const { names, omissions } = await exportAs(context, format, { ...options, ...own });
        return { text: `Saved ${names.join(' and ')}`, omissions };
      }),
    copy: (format, options = {}) =>
      void run(format, async (own) => {
        const isCopied = await copyAs(context, format, { ...options, ...own });
        const losesDesign = format === 'png' && options.picture?.holdsDesign !== false;
        return {
          text: isCopied ? 'Copied' : 'The browser refused to copy',
          omissions:
            isCopied && losesDesign
              ? [
                  {
                    what: 'the design',
                    because: 'A clipboard keeps the pixels alone: save the file to keep it inside.',
                  },
                ]
              : [],
        };
      }),
    cancel: () => current.current?.abort(),
  };
}
