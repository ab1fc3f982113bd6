import { useEffect, useRef } from 'react';
import type { Finding } from '#rules';

/**
 * Brings an error up that an edit has just caused, which may come above what the list shows: once nothing in the list is
 * read, pointed at or gone on with by keys.
 */
export function useErrorsSeen(
  findings: readonly Finding[],
  isBusy: boolean,
  bringUp: (fingerprint: string) => void,
): void {
  const seen = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    if (isBusy || document.querySelector('[data-finding] :focus-visible')) return;
    const before = seen.current;
    seen.current = new Set(findings.map(({ fingerprint }) => fingerprint));
    const fresh = findings.find(
      ({ fingerprint, severity, verdict, accepted }) =>
        severity === 'error' && verdict === 'failed' && !accepted && before?.has(fingerprint) === false,
    );
    if (fresh) bringUp(fresh.fingerprint);
  }, [findings, isBusy, bringUp]);
}
