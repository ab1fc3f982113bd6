import type { Finding } from '#rules';
import { findingIndexOf, SeverityMarker, toneOf, useAppState } from '#ui';

/** A finding's marker. Its number moves with every finding that comes before it: the marker alone renders anew then. */
export function FindingMarker({ finding }: { finding: Finding }) {
  const number = useAppState((state) => findingIndexOf(state.result).numberOf.get(finding.fingerprint));
  return (
    <SeverityMarker tone={toneOf(finding)} number={number} isAccepted={finding.accepted !== undefined} />
  );
}
