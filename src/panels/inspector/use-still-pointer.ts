import { type MouseEvent, useEffect, useRef } from 'react';

/** Milliseconds after which a press means what is there; one that was meant for something else comes sooner. */
const settleMs = 2000;

/**
 * For what opens under a pointer: for a moment, or until the pointer has moved, a press with it was meant for what was
 * there before. Keys and fingers are not held back.
 */
export function useStillPointer() {
  const hasMoved = useRef(false);
  useEffect(() => {
    const settled = setTimeout(() => {
      hasMoved.current = true;
    }, settleMs);
    const onMove = ({ movementX, movementY }: globalThis.PointerEvent) => {
      hasMoved.current ||= movementX !== 0 || movementY !== 0;
    };
    window.addEventListener('pointermove', onMove, { passive: true });
    return () => {
      clearTimeout(settled);
      window.removeEventListener('pointermove', onMove);
    };
  }, []);
  return (event: MouseEvent) => {
    const { nativeEvent } = event;
    const isOfMouse = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'mouse';
    if (isOfMouse && !hasMoved.current) event.stopPropagation();
  };
}
