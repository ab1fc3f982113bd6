import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { paint, styled, useAppState, useAppStore } from '#ui';

/** Of the panel in CSS pixels: its header with one row, and a row. */
const least = 78;
const row = 34;

const Handle = styled('div')({
  position: 'absolute',
  zIndex: 6,
  inset: '-4px 0 auto',
  height: 8,
  cursor: 'ns-resize',
  touchAction: 'none',
  outline: 'none',
  // What a finger or an unsteady hand can take.
  '&::before': {
    content: '""',
    position: 'absolute',
    left: '50%',
    top: -12,
    width: 64,
    height: 24,
    translate: '-50%',
  },
  '&::after': {
    content: '""',
    position: 'absolute',
    left: '50%',
    top: 2,
    width: 36,
    height: 4,
    translate: '-50%',
    borderRadius: 2,
    backgroundColor: paint('line3'),
    opacity: 0,
  },
  '&:hover::after': { opacity: 1 },
  '&:focus-visible::after': {
    opacity: 1,
    backgroundColor: paint('you'),
    outline: `2px solid ${paint('you')}`,
  },
});

/** Whether more height would show more: what was set by hand is no higher than the rows, and a step up would be one down. */
const hasMore = ({ previousElementSibling: list }: Element) =>
  list !== null && list.scrollHeight > list.clientHeight;

const mostOf = () => Math.round(window.innerHeight * 0.7);

/** Sets the height of the findings by hand; a double click or Enter gives them back their usual height. */
export function HeightHandle() {
  const { setView } = useAppStore().getState();
  const height = useAppState((state) => state.findingsHeight);
  const from = useRef<{ readonly y: number; readonly height: number } | undefined>(undefined);
  // A notice below the list has its share of the same height.
  const present = (handle: Element) => handle.parentElement?.parentElement?.offsetHeight ?? least;
  const set = (next: number, handle: Element) => {
    if (next > present(handle) && !hasMore(handle)) return;
    setView({ findingsHeight: Math.round(Math.max(least, Math.min(next, mostOf()))) });
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { y: event.clientY, height: present(event.currentTarget) };
  };
  const onPointerMove = ({ clientY, currentTarget }: PointerEvent<HTMLDivElement>) => {
    const { current } = from;
    if (current) set(current.height + current.y - clientY, currentTarget);
  };
  const drop = () => {
    from.current = undefined;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const { currentTarget: handle } = event;
    const now = present(handle);
    if (event.key === 'ArrowUp') set(now + row, handle);
    else if (event.key === 'ArrowDown') set(now - row, handle);
    else if (event.key === 'Home') set(mostOf(), handle);
    else if (event.key === 'End') set(least, handle);
    else if (event.key === 'Enter') setView({ findingsHeight: undefined });
    else return;
    event.preventDefault();
  };
  return (
    <Handle
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the findings"
      aria-valuenow={height ?? 0}
      aria-valuetext={height === undefined ? 'as usual' : `${height} pixels`}
      aria-valuemin={0}
      aria-valuemax={mostOf()}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={drop}
      onPointerCancel={drop}
      onDoubleClick={() => setView({ findingsHeight: undefined })}
      onKeyDown={onKeyDown}
    />
  );
}
