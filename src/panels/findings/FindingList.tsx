import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { CheckResult, Finding, Passed } from '#rules';
import type { State } from '#store';
import { Button, paint, styled, useAppState, useAppStore } from '#ui';
import { FindingRow } from './FindingRow.tsx';
import { PassedRow } from './PassedRow.tsx';

/** Rows shown at once; a list that nobody reads to its end costs time on every verdict. */
const page = 200;
/** What is read is wanted from its beginning. */
const above = { block: 'start' } as const;
/** Rows drawn with the verdict itself: more than the panel is high. */
const firstRows = 12;

const List = styled('ul')({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  listStyle: 'none',
  margin: 0,
  padding: 0,
});
const Empty = styled('div')({ padding: '18px 14px', display: 'grid', gap: 8, justifyItems: 'start' });
const EmptyTitle = styled('strong')({ fontSize: 12, fontWeight: 600 });
const EmptyText = styled('span')({ fontSize: 12, color: paint('t2') });

/** The filter that shows a finding: what is accepted is counted on its own. */
const partOf = ({ accepted, verdict, severity }: Finding): State['severityFilter'] =>
  accepted ? 'accepted' : verdict === 'failed' ? severity : verdict;

const wantedOf = (
  result: CheckResult,
  severity: State['severityFilter'],
  category: State['categoryFilter'],
): { findings: readonly Finding[]; passed: readonly Passed[] } => {
  const inCategory = (one: { category: string }) => category === undefined || one.category === category;
  if (severity === 'passed') return { findings: [], passed: result.passed.filter(inCategory) };
  const findings = result.findings.filter(
    (finding) => inCategory(finding) && (severity === 'all' || severity === partOf(finding)),
  );
  return { findings, passed: [] };
};

function NothingHere() {
  const store = useAppStore();
  const result = useAppState((state) => state.result);
  const isFiltered = useAppState(
    (state) => state.severityFilter !== 'all' || state.categoryFilter !== undefined,
  );
  const isUnchecked = useAppState((state) => state.checkedInMs === undefined);
  const hasFailed = useAppState((state) => state.hasCheckFailed);
  const { setView } = store.getState();
  if (isFiltered && result.findings.length > 0)
    return (
      <Empty>
        <EmptyTitle>Nothing of that kind</EmptyTitle>
        <Button size="small" onClick={() => setView({ severityFilter: 'all', categoryFilter: undefined })}>
          Show all {result.findings.length}
        </Button>
      </Empty>
    );
  if (isUnchecked)
    return (
      <Empty>
        <EmptyTitle>{hasFailed ? 'The design could not be checked' : 'Checking'}</EmptyTitle>
        <EmptyText>
          {hasFailed ? 'The next change is checked anew.' : 'The first verdict comes in a moment.'}
        </EmptyText>
      </Empty>
    );
  if (result.summary.passed === 0)
    return (
      <Empty>
        <EmptyTitle>Nothing to check yet</EmptyTitle>
        <EmptyText>Findings appear here as soon as there is something that a rule can judge.</EmptyText>
      </Empty>
    );
  return (
    <Empty>
      <EmptyTitle>Nothing to fix</EmptyTitle>
      <EmptyText>
        {result.summary.passed === 1
          ? '1 check passed. It shows its evidence.'
          : `${result.summary.passed} checks passed. Each shows its evidence.`}
      </EmptyText>
      <Button size="small" onClick={() => setView({ severityFilter: 'passed', categoryFilter: undefined })}>
        Show passed
      </Button>
    </Empty>
  );
}

/** The rows of a list that has some. */
function Rows({
  findings,
  passed,
  isCurrent,
  open,
  onToggle,
}: {
  findings: readonly Finding[];
  passed: readonly Passed[];
  isCurrent: (finding: Finding) => boolean;
  /** Fingerprint of the one being read. */
  open: string | undefined;
  onToggle: (fingerprint: string) => void;
}) {
  const [shown, setShown] = useState(page);
  // The rest of a long list follows in moments that nobody needs.
  const drawn = useDeferredValue(shown, firstRows);
  const total = findings.length + passed.length;
  return (
    <List data-is-reading={open !== undefined}>
      {findings.slice(0, drawn).map((finding) => (
        <FindingRow
          key={finding.fingerprint}
          finding={finding}
          isCurrent={isCurrent(finding)}
          isOpen={open === finding.fingerprint}
          onToggle={onToggle}
        />
      ))}
      {passed.slice(0, drawn).map((one) => (
        <PassedRow key={`${one.rule} ${one.at.join(' ')} ${one.evidence}`} passed={one} />
      ))}
      {total > shown ? (
        <li style={{ padding: 8 }}>
          <Button size="small" variant="text" onClick={() => setShown(shown + page)}>
            Show {Math.min(page, total - shown)} more of {total - shown}
          </Button>
        </li>
      ) : null}
    </List>
  );
}

/** The findings that the filters leave, worst first. */
export function FindingList() {
  const result = useAppState((state) => state.result);
  const severity = useAppState((state) => state.severityFilter);
  const category = useAppState((state) => state.categoryFilter);
  const current = useAppState((state) => state.finding);
  const selection = useAppState((state) => state.selection);
  const [open, setOpen] = useState<string>();
  const toggle = useCallback(
    (fingerprint: string) => setOpen((now) => (now === fingerprint ? undefined : fingerprint)),
    [],
  );
  const { findings, passed } = useMemo(
    () => wantedOf(result, severity, category),
    [result, severity, category],
  );
  useEffect(() => {
    if (open !== undefined)
      document.querySelector(`[data-finding="${CSS.escape(open)}"]`)?.scrollIntoView(above);
  }, [open]);
  const first =
    current ??
    findings.find((finding) => selection !== undefined && finding.at.includes(selection))?.fingerprint;

  useEffect(() => {
    if (first === undefined) return;
    document.querySelector(`[data-finding="${CSS.escape(first)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [first]);

  if (findings.length + passed.length === 0) return <NothingHere />;
  return (
    <Rows
      findings={findings}
      passed={passed}
      isCurrent={({ fingerprint, at }) =>
        current === undefined ? selection !== undefined && at.includes(selection) : fingerprint === current
      }
      open={open}
      onToggle={toggle}
    />
  );
}
