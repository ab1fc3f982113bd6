import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { paint, useAppState } from '#ui';

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
  '& .bar': { height: 8, width: 140, borderRadius: 4, backgroundColor: paint('press'), overflow: 'hidden' },
  '& .bar > span': { display: 'block', height: '100%', backgroundColor: paint('accent') },
  '& .text': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** Says what goes on off the main thread, how far it is where that can be told, and lets it be. */
export function BusyCard() {
  const busy = useAppState((state) => state.busy);
  const isBusy = busy !== undefined;
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    setShown(false);
    if (!isBusy) return;
    const timer = window.setTimeout(() => setShown(true), patienceMs);
    return () => window.clearTimeout(timer);
  }, [isBusy]);
  if (!busy || !isShown) return null;
  const { label, part, cancel } = busy;
  const percent = part === undefined ? undefined : Math.round(part * 100);
  return (
    <Card role="status">
      <span className="tile" />
      <span className="text" title={label}>
        {label}
      </span>
      <Button sx={{ gridArea: '1 / 3 / 3 / 4' }} onClick={cancel}>
        Cancel
      </Button>
      <span
        className="bar"
        role="progressbar"
        aria-label={label}
        {...(percent === undefined ? {} : { 'aria-valuenow': percent })}
      >
        {percent === undefined ? null : <span style={{ width: `${percent}%` }} />}
      </span>
    </Card>
  );
}
