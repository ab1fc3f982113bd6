import { type CSSProperties, useCallback, useState } from 'react';
import { BusyCard, FindingsPanel, GuideCard, NoticeRow } from '#panels';
import { styled, useAppState } from '#ui';

/** A row of one line with the line above it, in CSS pixels. */
const row = 35;
/**
 * So many have room at least, where the window is not low: what is said takes it of the list, and neither that nor the
 * drawing moves.
 */
const few = 2;
/** What its rows take, in CSS. */
const shown = 'max(var(--rows), var(--few, 0px))';

const Below = styled('div')({
  gridArea: 'below',
  minWidth: 0,
  // Beside the palette or the outline that lies over the canvas, not under it.
  'nav[data-is-over=true] ~ &': { paddingLeft: 240 },
  '& > :last-child': {
    display: 'flex',
    flexDirection: 'column',
    // Its header and the rows that it has room for, as many as are seen at once.
    height: `min(clamp(min(148px, 24vh), 21.2vh, 212px), 44px + ${shown})`,
    minHeight: 'min-content',
    // Where a row is one line in most cases, none is shown in part.
    '@media (min-width: 1200px) and (min-height: 600px)': {
      height: `min(44px + round(clamp(105px, 21.2vh - 44px, 175px), 35px), 44px + ${shown})`,
    },
    '@media (min-height: 800px)': { '--few': `${few * row}px` },
    // Set by hand, no higher than what it shows.
    maxHeight: `min(70vh, 44px + ${shown})`,
  },
  // A finding that is read has more to say than a list.
  '& > :last-child:has([data-is-reading=true])': {
    height: 'clamp(212px, 46vh, 420px)',
    maxHeight: '70vh',
  },
  // So has a notice with what it speaks of, which may be little.
  '& > :last-child:has([data-is-open=true])': {
    height: 'auto',
    maxHeight: 'clamp(212px, 46vh, 420px)',
  },
});

/** The header of the findings alone. */
const folded = '43px';

/** More rows than there is ever room for. */
const many = 1e6;

/**
 * Rows that the findings have room for: as many as the first verdict has, so that the drawing has the rest. They keep it,
 * and take as much as a list may have where more is to be shown: once, so that nothing moves with every edit.
 */
function useRows(): number {
  const key = useAppState((state) => state.designKey);
  const isJudged = useAppState((state) => state.checkedInMs !== undefined);
  const findings = useAppState((state) => state.result.findings.length);
  const passed = useAppState((state) => state.result.passed.length);
  const isOfPassed = useAppState((state) => state.severityFilter === 'passed');
  const [room, setRoom] = useState({ key: '', rows: many });
  const isHeld = room.key === key;
  // What has nothing that could be judged is only begun.
  if (isJudged && !isHeld) setRoom({ key, rows: passed > 0 ? Math.max(findings, 1) : many });
  else if (isHeld && (isOfPassed ? passed : findings) > room.rows) setRoom({ key, rows: many });
  return room.rows;
}

/**
 * The height of the rows in CSS pixels, and how to tell what they took on the screen. A sentence takes more lines where
 * it has less width: the room grows to the most that the rows of a design have taken, and nothing takes it back. Where the
 * height is set by hand, it is no more than what the rows take `now`.
 */
function useRowsHeight() {
  const key = useAppState((state) => state.designKey);
  const rows = useRows();
  const [taken, setTaken] = useState({ key, height: 0, now: 0 });
  const onMeasured = useCallback(
    (height: number, now: number) =>
      setTaken((last) => {
        const most = last.key === key ? Math.max(last.height, height) : height;
        return last.key === key && last.height === most && last.now === now
          ? last
          : { key, height: most, now };
      }),
    [key],
  );
  const { height, now } = taken.key === key ? taken : { height: 0, now: 0 };
  return { height: Math.max(row * rows, height), now: now || undefined, onMeasured };
}

/** What is found in the design, and what is said to the person at work. */
export function BelowCanvas() {
  const isFindingsOpen = useAppState((state) => state.isFindingsOpen);
  const height = useAppState((state) => state.findingsHeight);
  const rows = useRowsHeight();
  return (
    <Below>
      <GuideCard />
      <div
        style={
          isFindingsOpen
            ? ({
                '--rows': `${(height === undefined ? undefined : rows.now) ?? rows.height}px`,
                ...(height === undefined ? {} : { height }),
              } as CSSProperties)
            : { height: folded }
        }
      >
        <FindingsPanel onMeasured={rows.onMeasured} />
        <NoticeRow />
        <BusyCard isRow />
      </div>
    </Below>
  );
}
