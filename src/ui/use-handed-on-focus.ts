import { type RefObject, useLayoutEffect } from 'react';

/** The part of the screen that something stands in. */
const partOf = (element: HTMLElement): HTMLElement | null => element.closest('[data-region]');

/**
 * Hands the focus on when what holds it goes away with what was asked for: to what `nextTo` finds beside it, else to
 * its part of the screen, so that keys go on from there. What comes in its place may be found by what is read late.
 */
export function useHandedOnFocus(
  ref: RefObject<HTMLElement | null>,
  nextTo: (element: HTMLElement) => Iterable<HTMLElement | null | undefined> = () => [],
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when it goes
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const [heirs, part] = [nextTo(element), partOf(element)];
      requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          [...heirs, part].find((heir) => heir?.isConnected)?.focus({ preventScroll: true });
      });
    };
  }, []);
}
