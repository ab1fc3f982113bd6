import type { SeverityFilter } from '#store';
import { type MarkerTone, Pressable, paint, SeverityMarker, styled, useAppState, useAppStore } from '#ui';

const Row = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 2,
  whiteSpace: 'nowrap',
  flex: 'none',
});
const Count = styled(Pressable)({
  height: 28,
  padding: '0 6px',
  gap: 6,
  borderRadius: 7,
  fontFamily: 'inherit',
  fontSize: 12,
  fontWeight: 550,
  fontVariantNumeric: 'tabular-nums',
  '&:hover': { backgroundColor: paint('hover') },
  '@media (max-width: 1359px)': { '& .word': { display: 'none' } },
});
// The first to go: where there is no room for all of it, it wraps out of sight.
const Status = styled('span')({
  display: 'flex',
  flexWrap: 'wrap',
  flexShrink: 1e6,
  height: 16,
  marginLeft: -4,
  paddingRight: 8,
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  lineHeight: '16px',
  fontSize: 11.5,
  color: paint('t3'),
  fontVariantNumeric: 'tabular-nums',
  '&::before': { content: '""', height: 16 },
});

const Calm = styled('span')({ padding: '0 6px', fontSize: 12, fontWeight: 550, color: paint('t2') });

const Failed = styled('span')({ fontSize: 12, fontWeight: 600, color: paint('error') });

const inWords = (ms: number) => (ms < 1 ? 'under 1 ms' : `${Math.round(ms)} ms`);

/** The verdict in figures; each opens its part of the list. */
export function Counts() {
  const store = useAppStore();
  const summary = useAppState((state) => state.result.summary);
  const checkedInMs = useAppState((state) => state.checkedInMs);
  const isEmpty = useAppState((state) => state.design.resources.length === 0);
  const hasFailed = useAppState((state) => state.hasCheckFailed);
  const isChecking = useAppState((state) => state.isChecking);
  const counts: readonly [MarkerTone, SeverityFilter, number, string][] = [
    ['error', 'error', summary.errors, summary.errors === 1 ? 'error' : 'errors'],
    ['warning', 'warning', summary.warnings, summary.warnings === 1 ? 'warning' : 'warnings'],
    ['cannot-tell', 'cannot-tell', summary.cannotTell, 'not decided'],
    ['accepted', 'accepted', summary.accepted, 'accepted'],
    ['passed', 'passed', summary.passed, 'passed'],
  ];
  const show = (severityFilter: SeverityFilter) =>
    store.getState().setView({ severityFilter, categoryFilter: undefined, isFindingsOpen: true });
  if (hasFailed) return <Failed>Not checked</Failed>;
  if (checkedInMs === undefined) return <Status>{isChecking ? 'checking' : ''}</Status>;
  return (
    <>
      <Row>
        {summary.errors === 0 && summary.passed > 0 ? <Calm className="calm">No errors</Calm> : null}
        {counts
          .filter(([, , count]) => count > 0)
          .map(([tone, filter, count, word]) => (
            <Count key={tone} onClick={() => show(filter)} aria-label={`${count} ${word}`}>
              <SeverityMarker tone={tone} size={16} />
              <span>
                {count} <span className="word">{word}</span>
              </span>
            </Count>
          ))}
      </Row>
      <Status>
        {isChecking ? 'checking' : isEmpty ? 'nothing to check' : `checked in ${inWords(checkedInMs)}`}
      </Status>
    </>
  );
}
