import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { cancelOpening } from '#commands';
import { paint, useAppState, useCommandContext } from '#ui';

/** Only what takes longer is worth saying. */
const patienceMs = 200;

const Card = styled('div')({
  position: 'fixed',
  left: '50%',
  top: 64,
  transform: 'translateX(-50%)',
  zIndex: 1200,
  display: 'grid',
  gridTemplateColumns: '28px 200px auto',
  gap: '6px 12px',
  alignItems: 'center',
  padding: 14,
  borderRadius: 12,
  fontSize: 12,
  fontWeight: 600,
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('line')}, var(--iso-shadow-3)`,
  '& .tile': { gridRow: '1 / 3', width: 28, height: 28, borderRadius: 7, backgroundColor: paint('press') },
  '& .bar': { height: 8, width: 140, borderRadius: 4, backgroundColor: paint('press') },
  '& .text': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** Says what is going on while a file is read. */
export function BusyCard() {
  const context = useCommandContext();
  const busy = useAppState((state) => state.busy);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    setShown(false);
    if (busy === undefined) return;
    const timer = window.setTimeout(() => setShown(true), patienceMs);
    return () => window.clearTimeout(timer);
  }, [busy]);
  if (busy === undefined || !isShown) return null;
  return (
    <Card role="status">
      <span className="tile" />
      <span className="text">{busy}</span>
      <Button sx={{ gridArea: '1 / 3 / 3 / 4' }} onClick={() => cancelOpening(context)}>
        Cancel
      </Button>
      <span className="bar" />
    </Card>
  );
}
