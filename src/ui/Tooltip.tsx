import { type FocusEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { paint } from './paint.ts';
import { styled } from './styled.ts';

const Anchor = styled('span')({ display: 'inline-flex' });
const Card = styled('span')({
  position: 'fixed',
  inset: 'auto',
  width: 'max-content',
  maxWidth: 320,
  margin: 0,
  padding: '6px 8px',
  border: 0,
  borderRadius: 7,
  fontSize: 12,
  fontWeight: 450,
  lineHeight: '16px',
  letterSpacing: 'normal',
  whiteSpace: 'normal',
  textAlign: 'start',
  color: paint('on-ink'),
  backgroundColor: paint('ink'),
  pointerEvents: 'none',
});

export type Placement = 'below' | 'beside';

/** Milliseconds until it opens, and where another has just been open. */
const [delayMs, nextDelayMs] = [400, 200];
/** Milliseconds after which another counts no longer as just open. */
const memoryMs = 800;
/** Pixels between the control and its tooltip, and from the edge of the window. */
const [gap, edge] = [14, 5];

const last = { closedAt: Number.NEGATIVE_INFINITY };

const between = (value: number, size: number, room: number): number =>
  Math.max(edge, Math.min(value, room - size - edge));

/** Shows it above everything, beside its control; on the other side where there is no room. */
function place(card: HTMLElement, placement: Placement): void {
  card.showPopover();
  const anchor = card.parentElement?.getBoundingClientRect();
  if (!anchor) return;
  const { offsetWidth: width, offsetHeight: height } = card;
  const { innerWidth, innerHeight } = window;
  const isBeside = placement === 'beside';
  const [right, below] = [anchor.right + gap, anchor.bottom + gap];
  const top = isBeside
    ? anchor.top + (anchor.height - height) / 2
    : below + height + edge > innerHeight
      ? anchor.top - gap - height
      : below;
  const left = !isBeside
    ? anchor.left + (anchor.width - width) / 2
    : right + width + edge > innerWidth
      ? anchor.left - gap - width
      : right;
  card.style.left = `${between(left, width, innerWidth)}px`;
  card.style.top = `${between(top, height, innerHeight)}px`;
}

/**
 * A few words at a control that has a name of its own, while the pointer or the keyboard rests on it. It is as wide as the
 * control, so that one that is disabled, which hears no pointer, has it too.
 */
export function Tooltip({
  title,
  placement = 'below',
  children,
}: {
  title: ReactNode;
  placement?: Placement | undefined;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const timer = useRef<number>(undefined);
  const openSoon = () => {
    window.clearTimeout(timer.current);
    const isNext = performance.now() - last.closedAt < memoryMs;
    timer.current = window.setTimeout(() => setOpen(true), isNext ? nextDelayMs : delayMs);
  };
  const close = () => {
    window.clearTimeout(timer.current);
    setOpen(false);
  };
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useEffect(() => {
    if (!isOpen) return;
    const closeOnEscape = ({ key }: KeyboardEvent) => key === 'Escape' && setOpen(false);
    window.addEventListener('keydown', closeOnEscape, { capture: true });
    return () => {
      last.closedAt = performance.now();
      window.removeEventListener('keydown', closeOnEscape, { capture: true });
    };
  }, [isOpen]);
  return (
    <Anchor
      onPointerEnter={({ pointerType }: PointerEvent) => pointerType !== 'touch' && openSoon()}
      onPointerLeave={close}
      onPointerDown={close}
      onFocus={({ target }: FocusEvent) => target.matches(':focus-visible') && openSoon()}
      onBlur={close}
    >
      {children}
      {isOpen ? (
        <Card role="tooltip" popover="manual" ref={(card) => (card ? place(card, placement) : undefined)}>
          {title}
        </Card>
      ) : null}
    </Anchor>
  );
}
