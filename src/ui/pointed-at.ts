/**
 * The selector of what the pointer is on: browsers go on saying so of what a drag has left, and of what has come
 * under a pointer that rests, until that moves.
 */
export const pointedAt = ':root:not([data-is-hover-stale]) &:hover';

/** Marks the page from a drag, or a call of what is returned, until the pointer moves. */
export function followPointer(): () => void {
  const mark = (isStale: boolean) => () =>
    document.documentElement.toggleAttribute('data-is-hover-stale', isStale);
  for (const drag of ['dragstart', 'dragend']) window.addEventListener(drag, mark(true), { capture: true });
  window.addEventListener('pointermove', mark(false), { capture: true });
  return mark(true);
}
