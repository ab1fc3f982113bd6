import { useEffect, useRef, useState } from 'react';
import {
  copyAs,
  type ExportFormat,
  type ExportOptions,
  exportAs,
  formatFacts,
  type Omission,
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
  readonly format: ExportFormat;
  readonly text: string;
  readonly omissions: readonly Omission[];
}

export interface ExportRun {
  readonly running: Running | undefined;
  readonly outcome: Outcome | undefined;
  save(format: ExportFormat, options?: ExportOptions): void;
  copy(format: ExportFormat, options?: ExportOptions): void;
  cancel(): void;
}

/** Runs one export at a time; closing what shows it cancels it. */
export function useExportRun(): ExportRun {
  const context = useCommandContext();
  const [running, setRunning] = useState<Running>();
  const [outcome, setOutcome] = useState<Outcome>();
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);

  const run = async (
    format: ExportFormat,
    work: (options: ExportOptions) => Promise<Omit<Outcome, 'format'> | undefined>,
  ) => {
    if (current.current) return;
    const control = new AbortController();
    current.current = control;
    const { signal } = control;
    setOutcome(undefined);
    setRunning({ format, part: undefined, isLong: false });
    const timer = window.setTimeout(
      () => setRunning((before) => before && { ...before, isLong: true }),
      patienceMs,
    );
    const onProgress = (part: number) =>
      setRunning((before) => (before?.isLong ? { ...before, part } : before));
    const done = await work({ signal, onProgress });
    window.clearTimeout(timer);
    current.current = undefined;
    setRunning(undefined);
    if (signal.aborted) setOutcome({ format, text: 'Cancelled', omissions: [] });
    else if (done) setOutcome({ format, ...done });
  };

  return {
    running,
    outcome,
    save: (format, options = {}) =>
      void run(format, async (own) => {
        const omissions = await exportAs(context, format, { ...options, ...own });
        return omissions && { text: 'Saved', omissions };
      }),
    copy: (format, options = {}) =>
      void run(format, async (own) => {
        const isCopied = await copyAs(context, format, { ...options, ...own });
        const losesDesign = format === 'png' && options.picture?.holdsDesign !== false;
        return {
          text: isCopied ? `${formatFacts(format).title} copied` : 'The browser refused to copy',
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
