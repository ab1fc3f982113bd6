import { useCallback, useEffect, useState } from 'react';
import { counted } from '#model';
import type { Notice } from '#store';
import { Button, Icon, IconButton, paint, SeverityMarker, styled, useAppState, useAppStore } from '#ui';
import { NoticeDetails } from './parts.tsx';

const Card = styled('div')({
  display: 'grid',
  gridTemplateColumns: '20px minmax(0, 1fr) 24px',
  gap: '4px 10px',
  padding: '5px 12px 5px 14px',
  fontSize: 12,
  backgroundColor: paint('panel'),
  // The last row of the screen, for which the list of findings gives way before the drawing does.
  flex: 'none',
  overflowY: 'auto',
  borderTop: `1px solid ${paint('line2')}`,
  '&[data-is-floating=true]': {
    position: 'absolute',
    left: 12,
    top: 12,
    zIndex: 20,
    width: 'max-content',
    maxWidth: 'min(640px, calc(100% - 24px))',
    padding: '7px 8px 7px 12px',
    border: 0,
    borderRadius: 10,
    boxShadow: `0 0 0 1px ${paint('line2')}, var(--iso-shadow-2)`,
    '@media (max-width: 899px)': { top: 'auto', bottom: 12 },
  },
  // Beside the first line, however many there are.
  '& > :first-child': { alignSelf: 'start', marginTop: 2 },
  '& > .close': { gridArea: '1 / -2 / auto / -1' },
  '&[data-is-floating=true][data-is-open=true]': {
    width: 440,
    boxShadow: 'var(--iso-shadow-3)',
  },
});
/** The words, and what may be done about them beside or below, however little room there is. */
const Words = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: '4px 10px',
  minWidth: 0,
});
const Said = styled('div')({
  flex: '1 1 170px',
  minWidth: 'min(170px, 100%)',
  padding: '3px 0',
  lineHeight: '17px',
  color: paint('t2'),
  overflowWrap: 'anywhere',
  textWrap: 'pretty',
  '& strong': { display: 'block', fontWeight: 600, color: paint('t1') },
  // One line where it can be: so much more of the list is seen beside it.
  '@media (min-width: 1200px)': {
    '[data-is-floating=false] & strong': { display: 'inline', marginRight: 8 },
  },
});
const Buttons = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6, minWidth: 0 });
/** Of a severity, or of what was not done, which is no finding. */
const Sign = styled('span')({ display: 'flex', '&[data-is-refusal=true]': { color: paint('error') } });

/** Milliseconds for which what was done is said, where nobody looks closer. */
const saidFor = 12_000;

/** Takes a message away by and by, but neither under the pointer nor from the focus. */
function useLeaving(isPassing: boolean, leave: () => void) {
  const [hold, setHold] = useState({ pointer: false, focus: false });
  const isHeld = hold.pointer || hold.focus;
  useEffect(() => {
    if (!isPassing || isHeld) return;
    const timer = window.setTimeout(leave, saidFor);
    return () => window.clearTimeout(timer);
  }, [isPassing, isHeld, leave]);
  return {
    onPointerEnter: () => setHold((now) => ({ ...now, pointer: true })),
    onPointerLeave: () => setHold((now) => ({ ...now, pointer: false })),
    onFocus: () => setHold((now) => ({ ...now, focus: true })),
    onBlur: () => setHold((now) => ({ ...now, focus: false })),
  };
}

function Contents({ notice, isFloating }: { notice: Notice; isFloating: boolean }) {
  const store = useAppStore();
  const [isOpen, setOpen] = useState(false);
  const { changes = [], details = [], actions = [] } = notice;
  // What offers something stays until that is pressed, or something else is done: a hand may be on its way.
  const leaving = useLeaving(
    notice.tone === 'note' && details.length === 0 && actions.length === 0 && !isOpen,
    useCallback(() => store.getState().setView({ notice: undefined }), [store]),
  );
  const shown = changes.length > 0 ? counted(changes.length, 'change') : counted(details.length, 'remark');
  return (
    <Card
      role={notice.tone === 'error' ? 'alert' : 'status'}
      data-is-floating={isFloating}
      data-is-open={isOpen}
      data-floats={isFloating ? '' : undefined}
      {...leaving}
    >
      {/* Its letter would be read as the first of the title. */}
      <Sign aria-hidden="true" data-is-refusal={notice.tone === 'refusal'}>
        {notice.tone === 'refusal' ? (
          <Icon icon="blocked" size={18} />
        ) : (
          <SeverityMarker tone={notice.tone} />
        )}
      </Sign>
      <Words>
        <Said>
          <strong>{notice.title}</strong>
          {notice.text}
        </Said>
        <Buttons>
          {actions.map(({ label, run }) => (
            <Button key={label} size="small" onClick={run}>
              {label}
            </Button>
          ))}
          {details.length + changes.length > 0 ? (
            <Button
              size="small"
              aria-label={isOpen || changes.length > 0 ? undefined : `Show ${shown} on the file`}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? 'Hide' : `Show ${shown}`}
            </Button>
          ) : null}
        </Buttons>
      </Words>
      <IconButton
        size="small"
        className="close"
        aria-label="Dismiss"
        onClick={() => store.getState().setView({ notice: undefined })}
      >
        <Icon icon="close" size={14} />
      </IconButton>
      {isOpen || notice.command !== undefined ? <NoticeDetails notice={notice} isOpen={isOpen} /> : null}
    </Card>
  );
}

/** What was just said to the person: a fault, or what a file brought that is not shown. Lies over what is there. */
export function NoticeCard() {
  const notice = useAppState((state) => state.notice);
  return notice ? <Contents key={notice.title} notice={notice} isFloating /> : null;
}

/** The same at work, in a row below the findings. */
export function NoticeRow() {
  const notice = useAppState((state) => state.notice);
  return notice ? <Contents key={notice.title} notice={notice} isFloating={false} /> : null;
}
