import { useEffect, useMemo, useRef } from 'react';
import { closePreview, fixFinding } from '#commands';
import type { Finding } from '#rules';
import type { Preview } from '#store';
import { Button, findingIndexOf, paint, styled, useAppState, useCommandContext, useHandedOnFocus } from '#ui';
import { diffLines } from './diff-lines.ts';
import { withCount } from './fix-label.ts';
import { wholeNames } from './whole-names.ts';

const Box = styled('section')({
  display: 'grid',
  gap: 8,
  margin: '6px 0',
  padding: 10,
  borderRadius: 10,
  color: paint('t1'),
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('you-line')}`,
  outline: 'none',
  '& h3': { margin: 0, fontSize: 12, lineHeight: '16px', fontWeight: 600 },
  '& p': { margin: '-4px 0 0', fontSize: 11.5, lineHeight: '16px', color: paint('t2') },
  '& ul': { margin: 0, paddingLeft: 18 },
  '& .heirs': { paddingLeft: 0, listStyle: 'none', '& b': { fontWeight: 600 } },
  '& p > b': { fontWeight: 550, color: paint('you') },
  '& p > .tick': { fontWeight: 550, color: paint('passed') },
  // In reach however long the list is.
  '& .actions': {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    gap: 6,
    margin: '0 -10px -10px',
    padding: 10,
    borderRadius: '0 0 10px 10px',
    backgroundColor: paint('panel'),
    boxShadow: `0 1px ${paint('you-line')}`,
    // What goes on below it fades out.
    '&::before': {
      content: '""',
      position: 'absolute',
      inset: '-14px 1px 100%',
      background: `linear-gradient(transparent, ${paint('panel')})`,
      pointerEvents: 'none',
    },
  },
});
const Lines = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: '0 !important',
  display: 'grid',
  gap: 1,
  '& li': {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    padding: '2px 8px',
    borderRadius: 5,
    fontSize: 11.5,
    lineHeight: '17px',
    overflowWrap: 'anywhere',
  },
  '& li[data-sign="+"]': { backgroundColor: paint('passed-tint') },
  '& li[data-sign="−"]': { backgroundColor: paint('error-tint') },
  '& li[data-sign="+"] b': { color: paint('passed') },
  '& li[data-sign="−"] b': { color: paint('error') },
  '& b': { fontWeight: 650 },
});
const unseen = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

const article = { error: 'an error', warning: 'a warning', note: 'a note' } as const;

/** Between the row of a finding and what is told of it. */
const gap = 6;

/**
 * Right below its row, or as near to that as lets what comes before it be whole: where the list ends too soon, it gets
 * the room. Returns what takes that away again.
 */
function alignBelow(row: HTMLElement, shown: HTMLElement): () => void {
  const nothing = () => undefined;
  const scrolled = row.closest<HTMLElement>('[data-is-reading]');
  const list = scrolled?.querySelector('ul');
  const edge = row.getBoundingClientRect().bottom + gap;
  const most = shown.getBoundingClientRect().top - edge;
  const parts = [...(shown.closest('dl')?.querySelectorAll(':scope > dd') ?? [])].map((part) =>
    part.getBoundingClientRect(),
  );
  const isCut = parts.some(({ top, bottom }) => top < edge - 1 && bottom > edge - gap);
  if (!scrolled || !list || !isCut || most <= 1) return nothing;
  const next = parts.find(({ top }) => top >= edge - 1);
  const rest = Math.min(most, next ? next.top - edge : most);
  list.style.paddingBottom = `${rest}px`;
  scrolled.scrollTop += rest;
  return () => {
    list.style.paddingBottom = '';
  };
}

/** What the fix would not settle although it changes it: said with the numbers that the signs have. */
function Heirs({ of: heirs }: { of: Preview['heirs'] }) {
  const { findingOf, numberOf } = useAppState((state) => findingIndexOf(state.result));
  const left = [...heirs].flatMap(([fingerprint, heir]) => {
    const now = findingOf.get(fingerprint);
    return now ? [{ number: numberOf.get(fingerprint), now, heir }] : [];
  });
  if (left.length === 0) return null;
  return (
    <ul className="heirs" aria-label="What stays after the fix">
      {left.map(({ number, now, heir }) => (
        <li key={number}>
          <b>
            {number} stays{now.severity === heir.severity ? '' : ` as ${article[heir.severity]}`}
          </b>
          {now.text === heir.text ? '' : <>: {wholeNames(heir.text)}</>}.
        </li>
      ))}
    </ul>
  );
}

/** What a fix would change, line by line, before it is applied. */
export function FixPreview({ finding, preview }: { finding: Finding; preview: Preview }) {
  const context = useCommandContext();
  const lines = useMemo(() => diffLines(preview.before, preview.fixed.design), [preview]);
  const box = useRef<HTMLElement>(null);
  // Closed, it gives way to the button that opened it.
  useHandedOnFocus(box, (element) => {
    const around = element.closest('article, dd');
    return {
      *[Symbol.iterator]() {
        yield around?.querySelector<HTMLElement>('[aria-expanded]');
      },
    };
  });
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    const shown = box.current;
    const row = shown?.closest('[data-finding]')?.querySelector<HTMLElement>(':scope > :first-child');
    if (shown && row) shown.style.scrollMarginTop = `${row.clientHeight + gap}px`;
    shown?.scrollIntoView({ block: row ? 'start' : 'nearest' });
    return shown && row ? alignBelow(row, shown) : undefined;
  }, []);
  return (
    <Box ref={box} tabIndex={-1} aria-label="Preview of the fix">
      <h3>{finding.fixes[preview.offer]?.title}, not applied yet</h3>
      <p>
        On the drawing <b>blue</b> comes or changes, <s>struck through</s> goes, and a sign with a{' '}
        <span className="tick">tick</span> is settled.
      </p>
      <ul>
        {preview.fixed.changes.map((change) => (
          <li key={change}>{wholeNames(change)}</li>
        ))}
      </ul>
      <Heirs of={preview.heirs} />
      <Lines>
        {lines.map(({ sign, text }) => (
          <li key={sign + text} data-sign={sign}>
            <b aria-hidden="true">{sign}</b>
            <span>
              <span style={unseen}>{sign === '+' ? 'Added: ' : 'Removed: '}</span>
              {wholeNames(text)}
            </span>
          </li>
        ))}
      </Lines>
      <div className="actions">
        <Button size="small" variant="contained" onClick={() => fixFinding(context, finding, preview.offer)}>
          {withCount('Apply', preview.fixed.changes)}
        </Button>
        <Button size="small" onClick={() => closePreview(context)}>
          Close the preview
        </Button>
      </div>
    </Box>
  );
}
