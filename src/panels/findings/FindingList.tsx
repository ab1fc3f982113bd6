import { type SyntheticEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding, Passed } from '#rules';
import { Button, paint, styled, useAppState, useAppStore } from '#ui';
import { NothingHere, PassedRows } from '../parts.tsx';
import { FindingRow } from './FindingRow.tsx';
import { wantedOf } from './parts-of-list.ts';
import { useErrorsSeen } from './use-errors-seen.ts';
import { useMeasured } from './use-measured.ts';
import { useRowsDrawn } from './use-rows-drawn.ts';
import { useRowsHeld } from './use-rows-held.ts';

/** Rows shown at once; a list that nobody reads to its end costs time on every verdict. */
const page = 200;

const Scrolled = styled('div')({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  containerType: 'inline-size',
  borderTop: `1px solid ${paint('line')}`,
  // No room is kept for buttons that no filter shows.
  '&[data-has-fixes=false]': { '--fix': '68px' },
});
/** As high as its rows. */
const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

/** Milliseconds for which a list that has just moved under a pointer takes no press. */
const unsteadyMs = 400;

const rowOf = (fingerprint: string) =>
  document.querySelector<HTMLElement>(`[data-finding="${CSS.escape(fingerprint)}"]`);

/** What scrolls a row. */
const scrolledOf = (row: Element) => row.parentElement?.parentElement;

/** Whether no part of a row is scrolled away. */
function isWhollySeen(row: HTMLElement): boolean {
  const [{ top, bottom }, seen] = [row.getBoundingClientRect(), scrolledOf(row)?.getBoundingClientRect()];
  return seen === undefined || (top >= seen.top && bottom <= seen.bottom);
}

/** Takes a row to the head of the list, or as near to it as whole rows come. */
function bringUp(row: HTMLElement | null) {
  const list = row?.parentElement;
  const scrolled = row && scrolledOf(row);
  if (!list || !scrolled) return;
  list.style.paddingBottom = '';
  row.scrollIntoView({ block: 'start' });
  const { top } = scrolled.getBoundingClientRect();
  const cut = [...list.children]
    .find((one) => one.getBoundingClientRect().bottom > top + 1)
    ?.getBoundingClientRect();
  // At its end the list has room for the rest of the row that would be cut at its head.
  const rest = cut && cut.top < top - 1 ? cut.bottom - top : 0;
  if (rest === 0) return;
  list.style.paddingBottom = `${rest}px`;
  scrolled.scrollTop += rest;
}

/** Takes a row up unless all of it is seen. */
function bringIntoSight(fingerprint: string) {
  const row = rowOf(fingerprint);
  if (row && !isWhollySeen(row)) bringUp(row);
}

/** The rows of a list, or why there are none. */
function Rows({
  all,
  findings,
  passed,
  isCurrent,
  open,
  onToggle,
  onMeasured,
}: {
  /** Also those that the filters leave out. */
  all: readonly Finding[];
  findings: readonly Finding[];
  passed: readonly Passed[];
  isCurrent: (finding: Finding) => boolean;
  /** Fingerprint of the one being read. */
  open: string | undefined;
  onToggle: (fingerprint: string) => void;
  onMeasured: (height: number, now: number) => void;
}) {
  const store = useAppStore();
  const { rows, isGone, heirOf, isHeld, hold, release } = useRowsHeld(findings, all);
  const [shown, setShown] = useState(page);
  const total = rows.length + passed.length;
  const goneTo = rows.findIndex((finding) => isCurrent(finding) || finding.fingerprint === open);
  const drawn = useRowsDrawn(Math.min(shown, total), goneTo + 1);
  const isReading = rows.some(({ fingerprint }) => fingerprint === open);
  useErrorsSeen(findings, isHeld || isReading, bringIntoSight);
  const [folded, setFolded] = useState<string>();
  const movedAt = useRef(Number.NEGATIVE_INFINITY);
  const lit = useRef<string>(undefined);
  /** Lights what a row is about while it is pointed at or gone through by keys. */
  const light = (row: string | undefined) => {
    if (row === lit.current) return;
    lit.current = row;
    store.getState().setView({ pointed: rows.find(({ fingerprint }) => fingerprint === row)?.at ?? [] });
  };
  const comeTo = ({ target, timeStamp }: SyntheticEvent) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-finding]') : null;
    light(row?.dataset.finding);
    const isLeft = isHeld && open !== undefined && open !== folded && row?.dataset.finding !== open;
    if (!isLeft || !rows.some((one) => one.fingerprint === open && isGone(one))) return;
    // Of what is gone one line is enough. The list is as high as before until the pointer has left it.
    setFolded(open);
    movedAt.current = timeStamp;
  };
  const isFolded = open !== undefined && folded === open;
  useEffect(() => {
    if (isHeld || !isFolded) return;
    onToggle(folded);
    setFolded(undefined);
  }, [isHeld, isFolded, folded, onToggle]);
  useEffect(() => () => store.getState().setView({ pointed: [] }), [store]);
  // What is told of a finding has a height of its own.
  // What is gone keeps its row only for the pointer: the list needs no more room for it.
  const list = useMeasured(!isReading && !rows.some(isGone), onMeasured);
  if (total === 0) return <NothingHere />;
  return (
    <Scrolled
      data-is-reading={isReading}
      data-has-fixes={all.some(({ accepted, fixes }) => !accepted && fixes.length > 0)}
      onPointerMove={hold}
      onPointerOver={comeTo}
      onFocus={comeTo}
      onBlur={() => light(undefined)}
      onPointerLeave={() => {
        release();
        light(undefined);
      }}
      onClickCapture={(event) => {
        // What a first press has opened lies where the second of a double click goes.
        if (event.detail > 1 || event.timeStamp - movedAt.current < unsteadyMs) event.stopPropagation();
      }}
    >
      <List ref={list}>
        {rows.slice(0, drawn).map((finding) => (
          <FindingRow
            key={finding.fingerprint}
            finding={finding}
            isCurrent={isCurrent(finding)}
            isOpen={!isFolded && open === finding.fingerprint}
            isGone={isGone(finding)}
            heir={isGone(finding) ? heirOf(finding)?.text : undefined}
            onToggle={onToggle}
          />
        ))}
        {passed.length > 0 ? <PassedRows passed={passed.slice(0, drawn)} /> : null}
        {total > shown ? (
          <li style={{ padding: 8 }}>
            <Button size="small" variant="text" onClick={() => setShown(shown + page)}>
              Show {Math.min(page, total - shown)} more of {total - shown}
            </Button>
          </li>
        ) : null}
      </List>
    </Scrolled>
  );
}

/** The findings that the filters leave, worst first; `onMeasured` is told the height of all rows. */
export function FindingList({ onMeasured }: { onMeasured: (height: number, now: number) => void }) {
  const result = useAppState((state) => state.result);
  const designKey = useAppState((state) => state.designKey);
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
    if (open !== undefined) bringUp(rowOf(open));
  }, [open]);
  const first =
    current ??
    findings.find((finding) => selection !== undefined && finding.at.includes(selection))?.fingerprint;

  useEffect(() => {
    if (first === undefined) return;
    // What is read of it stays where it is.
    if (!rowOf(first)?.querySelector('dl')?.contains(document.activeElement)) bringIntoSight(first);
  }, [first]);

  return (
    <Rows
      key={`${designKey} ${severity} ${category}`}
      all={result.findings}
      findings={findings}
      passed={passed}
      isCurrent={({ fingerprint, at }) =>
        current === undefined ? selection !== undefined && at.includes(selection) : fingerprint === current
      }
      open={open}
      onToggle={toggle}
      onMeasured={onMeasured}
    />
  );
}
