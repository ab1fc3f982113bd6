import { Button, paint, styled, useAppState, useAppStore } from '#ui';

/** As high as a row where it has the room. */
const Empty = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 12px',
  minHeight: 36,
  padding: '4px 14px',
  borderTop: `1px solid ${paint('line')}`,
});
const EmptyTitle = styled('strong')({ fontSize: 12, fontWeight: 600 });
const EmptyText = styled('span')({ fontSize: 12, color: paint('t2') });

/** What a list without rows would hold, and the nearest action. */
export function NothingHere() {
  const store = useAppStore();
  const result = useAppState((state) => state.result);
  const isFiltered = useAppState(
    (state) => state.severityFilter !== 'all' || state.categoryFilter !== undefined,
  );
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
  if (hasFailed)
    return (
      <Empty>
        <EmptyTitle>The design could not be checked</EmptyTitle>
        <EmptyText>The next change is checked anew.</EmptyText>
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
