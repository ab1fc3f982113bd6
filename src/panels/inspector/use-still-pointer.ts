import { type MouseEvent, useEffect, useRef } from 'react';

/**
 * For what opens under a pointer: until the pointer has moved, a press with it was meant for what was there before.
 * Keys and fingers are not held back.
 */
export function useStillPointer() {
  const hasMoved = useRef(false);
  useEffect(() => {
    const onMove = ({ movementX, movementY }: globalThis.PointerEvent) => {
      hasMoved.current ||= movementX !== 0 || movementY !== 0;
    };
    window.addEventListener('pointermove', onMove, { passive: true });
    return () => window.removeEventListener('pointermove', onMove);
  }, []);
  return (event: MouseEvent) => {
    const { nativeEvent } = event;
    const isOfMouse = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'mouse';
    if (isOfMouse && !hasMoved.current) event.stopPropagation();
  };
}
