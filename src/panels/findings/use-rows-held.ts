import { useCallback, useEffect, useRef, useState } from 'react';
import type { Finding } from '#rules';

/**
 * The rows of a list under a pointer: as long as it is there, what is gone or filtered out keeps its row and what is new
 * comes last, so that a second click meets nothing that has not been read. Who goes on by keys presses nothing with a
 * pointer that merely lies there.
 */
export function useRowsHeld(findings: readonly Finding[], all: readonly Finding[]) {
  const [isHeld, setHeld] = useState(false);
  const release = useCallback(() => setHeld(false), []);
  useEffect(() => {
    if (!isHeld) return;
    window.addEventListener('keydown', release, true);
    return () => window.removeEventListener('keydown', release, true);
  }, [isHeld, release]);
  const rows = useRef(findings);
  const read = useRef<ReadonlySet<string>>(new Set());
  const now = new Map(all.map((finding) => [finding.fingerprint, finding]));
  const known = new Set(rows.current.map(({ fingerprint }) => fingerprint));
  rows.current = isHeld
    ? [
        ...rows.current.map((finding) => now.get(finding.fingerprint) ?? finding),
        ...findings.filter(({ fingerprint }) => !known.has(fingerprint)),
      ]
    : findings;
  return {
    rows: rows.current,
    isGone: ({ fingerprint }: Finding) => !now.has(fingerprint),
    /** What its rule has found there in its place. */
    heirOf: ({ rule, at }: Finding) =>
      all.find((one) => one.rule === rule && one.at[0] === at[0] && !read.current.has(one.fingerprint)),
    isHeld,
    hold: () => {
      if (isHeld) return;
      read.current = new Set(all.map(({ fingerprint }) => fingerprint));
      setHeld(true);
    },
    release,
  };
}
