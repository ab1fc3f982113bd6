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
  width: 380,
  maxWidth: 'calc(100% - 24px)',
  display: 'grid',
  gridTemplateColumns: '20px minmax(0, 1fr) 24px',
  gap: '4px 10px',
  padding: '12px 10px 12px 14px',
  borderRadius: 12,
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('line')}, var(--iso-shadow-3)`,
  '& > .more': { gridColumn: '2 / -1', display: 'grid', gap: 8, justifyItems: 'start' },
});
const Title = styled('strong')({
  fontSize: 12,
  lineHeight: '20px',
  fontWeight: 600,
  overflowWrap: 'anywhere',
});
const Text = styled('span')({
  fontSize: 12,
  lineHeight: '17px',
  color: paint('t2'),
  overflowWrap: 'anywhere',
});
const Details = styled('ul')({
  width: '100%',
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

function Contents({ notice }: { notice: Notice }) {
  const store = useAppStore();
  const [isOpen, setOpen] = useState(false);
  const details = notice.details ?? [];
  return (
    <Card role={notice.tone === 'error' ? 'alert' : 'status'}>
      <SeverityMarker tone={notice.tone} />
      <Title>{notice.title}</Title>
      <IconButton
        size="small"
        aria-label="Dismiss"
        onClick={() => store.getState().setView({ notice: undefined })}
      >
        <Icon icon="close" size={14} />
      </IconButton>
      <div className="more">
        {notice.text === undefined ? null : <Text>{notice.text}</Text>}
        {details.length > 0 ? (
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide' : 'Show what'}
          </Button>
        ) : null}
        {isOpen ? (
          <Details>
            {details.slice(0, mostDetails).map(({ what, because }) => (
              <li key={`${what} ${because}`}>
                {what}
                <span>{because}</span>
              </li>
            ))}
            {details.length > mostDetails ? <li>And {details.length - mostDetails} more.</li> : null}
          </Details>
        ) : null}
      </div>
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
