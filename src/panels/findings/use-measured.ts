import { useCallback } from 'react';
import { inspectorLiesOver, inspectorWidth, useAppStore } from '#ui';

/** What a list that scrolls in its parent would be high beside the inspector, in CSS pixels. */
function heightBesideInspector(list: HTMLElement): number {
  const scrolled = list.parentElement;
  if (!scrolled) return 0;
  scrolled.style.width = `${scrolled.offsetWidth - inspectorWidth}px`;
  const { height } = list.getBoundingClientRect();
  scrolled.style.width = '';
  return height;
}

/**
 * Refers to the list of rows and tells its height in CSS pixels whenever the browser has laid it out anew. An observer
 * tells it, so that nothing is laid out for the sake of being measured; but once for a list what it will take beside the
 * inspector, so that the drawing is fitted into what it will have. What the rows take `now` is told apart.
 */
export function useMeasured(isMeasured: boolean, onMeasured: (height: number, now: number) => void) {
  const store = useAppStore();
  return useCallback(
    (list: HTMLElement | null) => {
      if (!list || !isMeasured) return;
      const isBeside = store.getState().selected.length > 0 || window.matchMedia(inspectorLiesOver).matches;
      let least = isBeside ? 0 : undefined;
      const observer = new ResizeObserver(([entry]) => {
        least ??= heightBesideInspector(list);
        const now = Math.ceil(entry?.contentRect.height ?? 0);
        onMeasured(Math.max(Math.ceil(least), now), now);
      });
      observer.observe(list);
      return () => observer.disconnect();
    },
    [store, isMeasured, onMeasured],
  );
}
