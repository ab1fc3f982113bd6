import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

const field = 'aside [role=combobox], aside input, aside textarea';

/**
 * What stands below a part of so many entries stays where it is while somebody sets a property there: where there are
 * fewer entries the part keeps its height, in pixels, until the focus is elsewhere; where there are more it is scrolled.
 */
export function usePlaceHeld(part: RefObject<HTMLElement | null>, entries: number): number {
  const last = useRef(0);
  const [held, setHeld] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when there are more of them or fewer
  useLayoutEffect(() => {
    const { activeElement } = document;
    const [before, height] = [last.current, part.current?.offsetHeight ?? 0];
    last.current = height;
    if (!activeElement?.matches(field)) return;
    const scroller = part.current?.parentElement;
    if (height < before) {
      last.current = before;
      setHeld(before);
    } else if (scroller?.scrollTop === 0) scroller.scrollTop = height - before;
    // From elsewhere the browser keeps the place, but for what is at the edge.
    activeElement.scrollIntoView({ block: 'nearest' });
  }, [entries]);
  useEffect(() => {
    if (held === 0) return;
    const release = ({ target }: FocusEvent) => {
      const region = target instanceof Element ? target.closest('[data-region]') : null;
      if (region && !region.matches('aside')) setHeld(0);
    };
    document.addEventListener('focusin', release);
    return () => document.removeEventListener('focusin', release);
  }, [held]);
  return held;
}
