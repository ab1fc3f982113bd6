import {
  type ComponentProps,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { createPortal } from 'react-dom';
import { Icon } from './Icon.tsx';
import { Pressable } from './Pressable.tsx';
import { paint } from './paint.ts';
import { stepTo } from './step-to.ts';
import { styled } from './styled.ts';

/** All of the window: what is pressed beside the menu closes it and does no more. */
const Veil = styled('div')({
  position: 'fixed',
  inset: 0,
  width: 'auto',
  height: 'auto',
  margin: 0,
  padding: 0,
  border: 0,
  overflow: 'hidden',
  color: paint('t1'),
  background: 'none',
});
const Card = styled('div')({
  position: 'absolute',
  minWidth: 16,
  maxWidth: 'calc(100% - 32px)',
  overflowX: 'hidden',
  overflowY: 'auto',
  borderRadius: 14,
  // A shade at the foot says that there are more entries; at the end of them it is covered.
  background: [
    `linear-gradient(${paint('panel')}, ${paint('panel')}) 0 100% / 100% 24px no-repeat local`,
    `linear-gradient(to top, ${paint('press')}, transparent) 0 100% / 100% 20px no-repeat`,
    paint('panel'),
  ].join(', '),
  boxShadow: `0 0 0 1px ${paint('line')}, var(--iso-shadow-3)`,
  animation: 'var(--iso-appear)',
});
const List = styled('div')({ position: 'relative', padding: 6, outline: 0 });
const Item = styled(Pressable)({
  display: 'flex',
  justifyContent: 'flex-start',
  width: '100%',
  padding: '4px 8px',
  gap: 8,
  borderRadius: 7,
  font: 'inherit',
  whiteSpace: 'nowrap',
  textAlign: 'start',
  '&:hover, &:focus-visible': { backgroundColor: paint('hover') },
  // Inside, where the edge of the menu does not cut it.
  '&:focus-visible': { outlineOffset: -2 },
  '&[aria-current=true]': { backgroundColor: paint('you-tint') },
  '&:disabled': { opacity: 0.38 },
  '& > .chosen': { marginLeft: 'auto', paddingLeft: 16 },
  // What stands at the right of its neighbours keeps to one line with what is chosen.
  '[role=menu]:has(> [aria-current=true]) > &:not([aria-current=true])': { paddingRight: 46 },
});

/** Pixels that are kept free at the edges of the window. */
const edge = 16;
/** Pixels of the window that are the top bar's: what hangs elsewhere leaves them alone. */
const topBar = 56;
/** Pixels that a menu is high at most. */
const usualMost = 440;
/** Pixels between a menu and what it hangs below. */
const gap = 4;
/** Pixels that some choices are seen in. */
const least = 160;
/** Pixels below what it hangs at that do for a longer one: what was read before it stays in sight. */
const enough = 220;

const itemsOf = (list: Element | null) =>
  list?.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)') ?? [];

/** The height of a card in some room: with less than it needs it ends with a whole entry. */
function heightIn(card: HTMLElement, room: number): number {
  if (card.scrollHeight <= room) return card.scrollHeight;
  const ends = [...itemsOf(card)].map((item) => item.offsetTop + item.offsetHeight);
  return ends.findLast((end) => end <= room) ?? room;
}

const between = (value: number, size: number, room: number): number =>
  Math.round(Math.max(edge, Math.min(value, room - size - edge)));

/** For so long, letters typed in a menu are one word. */
const pauseMs = 500;

/** Leads letters to the item that begins with them; one letter again and again to each that does. */
function useTyping() {
  const typed = useRef({ word: '', at: Number.NEGATIVE_INFINITY, isInWord: false });
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const { key, timeStamp, ctrlKey, metaKey, altKey, currentTarget } = event;
    if (key.length !== 1 || ctrlKey || metaKey || altKey) return false;
    const { word, at } = typed.current;
    const isNear = timeStamp - at < pauseMs;
    // Alone it presses the item; within a name that is being typed it leads on, as the letters do.
    typed.current.isInWord = key === ' ' && isNear;
    if (key === ' ' && !isNear) return false;
    const letters = (isNear ? word : '') + key.toLowerCase();
    typed.current.word = letters;
    typed.current.at = timeStamp;
    const items = [...itemsOf(currentTarget)];
    const now = items.indexOf(document.activeElement as HTMLElement);
    const isOneLetter = letters.split('').every((letter) => letter === letters[0]);
    const wanted = isOneLetter ? letters.slice(0, 1) : letters;
    const round = [...items.slice(now + (isOneLetter ? 1 : 0)), ...items.slice(0, now + 1)];
    // biome-ignore lint/performance/useDomNodeTextContent: what is read, not what stands apart in the elements
    round.find((item) => item.innerText.trim().toLowerCase().startsWith(wanted))?.focus();
    return true;
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key !== ' ' || !typed.current.isInWord) return;
    typed.current.isInWord = false;
    event.preventDefault();
  };
  return { onKeyDown, onKeyUp };
}

interface Props {
  readonly anchor: HTMLElement;
  /** At the right of the anchor, not below it. */
  readonly isBeside?: boolean;
  readonly label?: string | undefined;
  readonly list?: RefObject<HTMLDivElement | null>;
  readonly style?: ComponentProps<'div'>['style'];
  /** Pixels that it is high at most. */
  readonly most?: number;
  /** Hears keys first; what it prevents is not for the menu. */
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * What can be chosen, beside what opened it and inside the window. Arrows, letters, Home and End move in it; Escape, Tab
 * and a press beside it close it, and the focus returns to where it was.
 */
export const Menu = ({ anchor, ...props }: Omit<Props, 'anchor'> & { anchor: HTMLElement | undefined }) =>
  anchor ? <OpenMenu anchor={anchor} {...props} /> : null;

function OpenMenu({
  anchor,
  isBeside = false,
  label,
  list,
  style,
  most = usualMost,
  onKeyDown,
  onClose,
  children,
}: Props) {
  const veil = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const typing = useTyping();

  const place = () => {
    if (!card.current) return;
    const { left, right, top, bottom } = anchor.getBoundingClientRect();
    const { style: placed, offsetWidth, scrollTop } = card.current;
    placed.left = `${between(isBeside ? right : left, offsetWidth, window.innerWidth)}px`;
    placed.maxHeight = `${heightIn(card.current, most)}px`;
    const { offsetHeight } = card.current;
    const [above, below] = [top - gap - topBar, window.innerHeight - edge - bottom - gap];
    // At a point or beside something it moves along; a button that it hangs at is never covered.
    if (isBeside || top === bottom || Math.max(above, below) < least) {
      placed.top = `${between(isBeside ? top : bottom + gap, offsetHeight, window.innerHeight)}px`;
      return;
    }
    const isBelow = Math.min(offsetHeight, enough) <= below || below >= above;
    const height = Math.min(offsetHeight, heightIn(card.current, isBelow ? below : above));
    placed.maxHeight = `${height}px`;
    // To measure it at its full height has taken it to its top.
    card.current.scrollTop = scrollTop;
    placed.top = `${isBelow ? bottom + gap : top - gap - height}px`;
  };

  useLayoutEffect(() => {
    const opener = document.activeElement;
    const { current } = veil;
    current?.showPopover();
    const items = [...itemsOf(current)];
    const chosen = items.find((item) => item.matches('[aria-current=true]')) ?? items[0];
    // Where nothing can be chosen it still hears what closes it.
    (chosen ?? current?.querySelector<HTMLElement>('[role=menu]'))?.focus();
    if (anchor.ariaHasPopup === 'menu') anchor.ariaExpanded = 'true';
    return () => {
      if (anchor.ariaHasPopup === 'menu') anchor.ariaExpanded = null;
      const { activeElement } = document;
      const isFree = activeElement === document.body || current?.contains(activeElement);
      if (isFree && opener instanceof HTMLElement) opener.focus();
    };
  }, [anchor]);
  // After each rendering: its size is that of what it holds.
  useLayoutEffect(place);
  // Once it has its size: what is in force is in sight however long the list is.
  useLayoutEffect(() => {
    veil.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'center' });
  }, []);
  useEffect(() => {
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  });

  return createPortal(
    <Veil
      ref={veil}
      popover="manual"
      role="presentation"
      onClick={({ target, currentTarget }) => target === currentTarget && onClose()}
    >
      {/* It hangs below the page's own landmarks, where nothing says what it belongs to. */}
      <Card ref={card} role="region" aria-label="Choices" style={style}>
        <List
          ref={list}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={(event) => {
            onKeyDown?.(event);
            if (event.defaultPrevented) return;
            const isOver = event.key === 'Escape' || event.key === 'Tab';
            if (isOver) onClose();
            else if (
              !typing.onKeyDown(event) &&
              !stepTo(itemsOf(event.currentTarget), event.key, ['ArrowUp', 'ArrowDown'])
            )
              return;
            event.preventDefault();
            event.stopPropagation();
          }}
          onKeyUp={typing.onKeyUp}
        >
          {children}
        </List>
      </Card>
    </Veil>,
    // What is outside of a dialog cannot be reached while it is open.
    anchor.closest('dialog') ?? document.body,
  );
}

/** One entry at a time is the one that would be chosen: what is pointed at, or what keys have come to. */
const takeFocus = ({ currentTarget, movementX, movementY }: PointerEvent<HTMLElement>) => {
  // A menu that opens under a pointer which rests is not pointed at.
  if (movementX !== 0 || movementY !== 0) currentTarget.focus({ preventScroll: true });
};

/** Something that can be chosen; `aria-current` for what is in force, which has a tick. */
export const MenuItem = ({ children, ...props }: ComponentProps<'button'>) => (
  <Item role="menuitem" tabIndex={-1} onPointerMove={takeFocus} {...props}>
    {children}
    {props['aria-current'] === true ? (
      <span className="chosen">
        <Icon icon="check" size={14} />
      </span>
    ) : null}
  </Item>
);
