import type { CommandContext } from './command.ts';

/** Work that goes on off the main thread: it hears of its cancelling, and may tell which part is done, from 0 to 1. */
export type BusyWork<T> = (signal: AbortSignal, onPart: (part: number) => void) => Promise<T>;

/**
 * Shows under a label that something goes on, until it ends or somebody cancels it: then `undefined`. What was going
 * on before is cancelled.
 */
export async function busily<T>(
  { store }: CommandContext,
  label: string,
  work: BusyWork<T>,
): Promise<T | undefined> {
  const { busy: before, setView } = store.getState();
  before?.cancel();
  const cancelling = new AbortController();
  const { signal } = cancelling;
  const cancel = () => {
    cancelling.abort();
    if (store.getState().busy?.cancel === cancel) setView({ busy: undefined });
  };
  setView({ busy: { label, cancel } });
  const onPart = (part: number) => {
    if (!signal.aborted) setView({ busy: { label, part, cancel } });
  };
  try {
    const done = await work(signal, onPart);
    return signal.aborted ? undefined : done;
  } catch (reason) {
    if (signal.aborted) return undefined;
    throw reason;
  } finally {
    if (!signal.aborted) setView({ busy: undefined });
  }
}
