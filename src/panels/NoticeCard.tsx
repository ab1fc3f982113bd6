import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { Notice } from '#store';
import { Icon, paint, SeverityMarker, useAppState, useAppStore } from '#ui';

const Card = styled('div')({
  position: 'absolute',
  left: 12,
  top: 12,
  zIndex: 20,
  width: 'max-content',
  maxWidth: 'min(640px, calc(100% - 24px))',
  display: 'grid',
  gridTemplateColumns: '20px minmax(0, 1fr) auto 24px',
  alignItems: 'center',
  gap: '4px 10px',
  minHeight: 40,
  padding: '7px 8px 7px 12px',
  borderRadius: 10,
  fontSize: 12,
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('line2')}, var(--iso-shadow-2)`,
  '& > .close': { gridArea: '1 / -2 / auto / -1' },
  // A remark is no wider than the overview, so that it lies on the ground that the drawing leaves free.
  '&[data-is-chip=true]': {
    gridTemplateColumns: '20px auto 24px',
    gap: '4px 4px',
    padding: '0 6px 0 8px',
    '& > .said': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
  },
  '@media (max-width: 899px)': { top: 'auto', bottom: 12 },
  '&[data-is-open=true]': { width: 'min(440px, calc(100% - 24px))', boxShadow: 'var(--iso-shadow-3)' },
});
const Said = styled('div')({
  lineHeight: '17px',
  color: paint('t2'),
  overflowWrap: 'anywhere',
  '& strong': { marginRight: 8, fontWeight: 600, color: paint('t1') },
});
const Details = styled('ul')({
  gridColumn: '1 / -1',
  maxHeight: 260,
  overflowY: 'auto',
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& li': {
    padding: '6px 0',
    borderTop: `1px solid ${paint('line')}`,
    fontSize: 12,
    lineHeight: '17px',
    overflowWrap: 'anywhere',
  },
  '& li span': { display: 'block', color: paint('t2') },
});

/** Entries shown; a file can leave out thousands. */
const mostDetails = 300;

function Remarks({ details }: { details: NonNullable<Notice['details']> }) {
  return (
    <Details>
      {details.slice(0, mostDetails).map(({ what, because }) => (
        <li key={`${what} ${because}`}>
          {what}
          <span>{because}</span>
        </li>
      ))}
      {details.length > mostDetails ? <li>And {details.length - mostDetails} more.</li> : null}
    </Details>
  );
}

function Contents({ notice }: { notice: Notice }) {
  const store = useAppStore();
  const [isOpen, setOpen] = useState(false);
  const details = notice.details ?? [];
  const isRemark = notice.tone === 'note' && notice.text === undefined && details.length > 0;
  const isChip = isRemark && !isOpen;
  const remarks = details.length === 1 ? '1 remark' : `${details.length} remarks`;
  return (
    <Card role={notice.tone === 'error' ? 'alert' : 'status'} data-is-chip={isChip} data-is-open={isOpen}>
      <SeverityMarker tone={notice.tone} />
      <Said className="said">
        <strong>{notice.title}</strong>
        {notice.text}
      </Said>
      {notice.action ? (
        <Button size="small" onClick={notice.action.run}>
          {notice.action.label}
        </Button>
      ) : null}
      {details.length > 0 ? (
        <Button
          className="what"
          size="small"
          variant={isChip ? 'text' : 'outlined'}
          aria-label={isOpen ? undefined : `Show what: ${remarks}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Hide' : isChip ? remarks : 'Show what'}
        </Button>
      ) : null}
      <IconButton
        size="small"
        className="close"
        aria-label="Dismiss"
        onClick={() => store.getState().setView({ notice: undefined })}
      >
        <Icon icon="close" size={14} />
      </IconButton>
      {isOpen ? <Remarks details={details} /> : null}
    </Card>
  );
}

/** What was just said to the person: a fault, or what a file brought that is not shown. */
export function NoticeCard() {
  const notice = useAppState((state) => state.notice);
  // The canvas speaks while something is being placed.
  const isPlacing = useAppState((state) => state.placing !== undefined);
  return notice && !isPlacing ? <Contents key={notice.title} notice={notice} /> : null;
}
