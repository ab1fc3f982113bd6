import { useMemo } from 'react';
import type { SeverityFilter } from '#store';
import { FilterChip, type MarkerTone, SeverityMarker, useAppState, useAppStore } from '#ui';
import { CategoryFilter } from './CategoryFilter.tsx';
import { countsOf } from './parts-of-list.ts';

/** Filters by severity and by part of the checklist; only those that would show something. */
export function FindingFilters() {
  const store = useAppStore();
  const result = useAppState((state) => state.result);
  const severity = useAppState((state) => state.severityFilter);
  const category = useAppState((state) => state.categoryFilter);
  const counts = useMemo(() => countsOf(result, category), [result, category]);
  const filters: readonly [SeverityFilter, MarkerTone | undefined, string][] = [
    ['all', undefined, 'All'],
    ['error', 'error', 'Errors'],
    ['warning', 'warning', 'Warnings'],
    ['note', 'note', 'Notes'],
    ['cannot-tell', 'cannot-tell', 'Not decided'],
    ['accepted', 'accepted', 'Accepted'],
    ['passed', 'passed', 'Passed'],
  ];
  const { setView } = store.getState();
  return (
    <>
      {filters
        .filter(([filter]) => counts[filter] > 0 || filter === 'all' || filter === severity)
        .map(([filter, tone, title]) => (
          <FilterChip
            key={filter}
            isOn={severity === filter}
            count={counts[filter]}
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
