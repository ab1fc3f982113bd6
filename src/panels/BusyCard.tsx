import { useEffect, useState } from 'react';
import { Button, Icon, paint, styled, useAppState } from '#ui';

/** Only what takes longer is worth saying. */
const patienceMs = 200;

const Card = styled('div')({
  position: 'fixed',
  left: '50%',
  top: 64,
  transform: 'translateX(-50%)',
  zIndex: 1200,
  display: 'grid',
  gridTemplateColumns: '28px minmax(200px, 1fr) auto auto',
  width: 'max-content',
  maxWidth: 'min(520px, calc(100% - 32px))',
  gap: '6px 12px',
  alignItems: 'center',
  padding: 14,
  borderRadius: 12,
  fontSize: 12,
  fontWeight: 600,
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('line')}, var(--iso-shadow-3)`,
  '& .tile': {
    gridRow: '1 / 3',
    display: 'grid',
    placeItems: 'center',
    width: 28,
    height: 28,
    borderRadius: 7,
    color: paint('neutral'),
    backgroundColor: paint('neutral-tint'),
  },
  '& .bar': {
    gridArea: '2 / 2 / 3 / 4',
    height: 4,
    borderRadius: 2,
    backgroundColor: paint('press'),
    overflow: 'hidden',
  },
  // Hatched while nobody knows how much there is: at work, and no amount.
  '& .bar:empty': {
    background: `repeating-linear-gradient(-45deg, ${paint('you-line')} 0 5px, ${paint('you-tint')} 5px 10px)`,
  },
  '& .bar > span': { display: 'block', height: '100%', borderRadius: 2, backgroundColor: paint('you') },
  // Two lines hold what any rule is called.
  '& .text': {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    lineHeight: '16px',
    overflowWrap: 'anywhere',
  },
  // At work the last row of the screen, which covers nothing of the drawing.
  '&[data-is-row=true]': {
    position: 'static',
    transform: 'none',
    flex: 'none',
    width: 'auto',
    maxWidth: 'none',
    gridTemplateColumns: '28px minmax(0, 1fr) 200px auto auto',
    padding: '6px 12px 6px 10px',
    border: 0,
    borderRadius: 0,
    borderTop: `1px solid ${paint('line2')}`,
    boxShadow: 'none',
    '& .tile': { gridRow: 1, backgroundColor: 'transparent' },
    '& .text': { WebkitLineClamp: 1 },
    '& .bar': { gridArea: '1 / 3' },
    '& .percent': { gridArea: '1 / 4' },
  },
  '& .percent': {
    minWidth: 32,
    textAlign: 'right',
    fontWeight: 400,
    fontVariantNumeric: 'tabular-nums',
    color: paint('t2'),
  },
});

/**
 * Says what goes on off the main thread, how far it is where that can be told, and lets it be: in a row of the screen
 * where a design is worked on, else over what is there.
 */
export function BusyCard({ isRow }: { isRow: boolean }) {
  const busy = useAppState(({ busy, screen, dialog }) =>
    isRow === (screen === 'workspace' && dialog === undefined) ? busy : undefined,
  );
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
    <Card role="status" data-is-row={isRow}>
      <span className="tile">
        <Icon icon="clock" size={18} />
      </span>
      <span className="text" title={label}>
        {label}
      </span>
      <span className="percent" aria-hidden="true">
        {percent === undefined ? '' : `${percent} %`}
      </span>
      <Button style={{ gridArea: isRow ? '1 / 5' : '1 / 4 / 3 / 5' }} onClick={cancel}>
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
