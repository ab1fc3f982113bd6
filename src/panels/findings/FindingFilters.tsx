import type { SeverityFilter } from '#store';
import { FilterChip, type MarkerTone, SeverityMarker, useAppState, useAppStore } from '#ui';
import { CategoryFilter } from './CategoryFilter.tsx';

/** Filters by severity and by part of the checklist; only those that would show something. */
export function FindingFilters() {
  const store = useAppStore();
  const result = useAppState((state) => state.result);
  const severity = useAppState((state) => state.severityFilter);
  const { summary, findings } = result;
  const filters: readonly [SeverityFilter, MarkerTone | undefined, string, number][] = [
    ['all', undefined, 'All', findings.length],
    ['error', 'error', 'Errors', summary.errors],
    ['warning', 'warning', 'Warnings', summary.warnings],
    ['note', 'note', 'Notes', summary.notes],
    ['cannot-tell', 'cannot-tell', 'Not decided', summary.cannotTell],
    ['accepted', 'accepted', 'Accepted', summary.accepted],
    ['passed', 'passed', 'Passed', summary.passed],
  ];
  const { setView } = store.getState();
  return (
    <>
      {filters
        .filter(([filter, , , count]) => count > 0 || filter === 'all' || filter === severity)
        .map(([filter, tone, title, count]) => (
          <FilterChip
            key={filter}
            isOn={severity === filter}
            count={count}
            onClick={() => setView({ severityFilter: filter, isFindingsOpen: true })}
          >
            {tone ? <SeverityMarker tone={tone} size={14} /> : null}
            <span className={tone && 'word'}>{title}</span>
          </FilterChip>
        ))}
      <CategoryFilter />
    </>
  );
}
