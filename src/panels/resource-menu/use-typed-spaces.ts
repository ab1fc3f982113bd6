import { type KeyboardEvent, useRef } from 'react';

/** For so long, letters typed in a menu are one word: as long as the menu itself takes them for one. */
const pauseMs = 500;

/**
 * A space within a name that is being typed ("compute cl…") leads on to its entry, as the letters do: it must not choose
 * the one that the letters before it had reached.
 */
export function useTypedSpaces() {
  const typed = useRef(Number.NEGATIVE_INFINITY);
  const isInWord = useRef(false);
  const onKeyDownCapture = ({ key, timeStamp, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (key.length !== 1 || ctrlKey || metaKey || altKey) return;
    const isNear = timeStamp - typed.current < pauseMs;
    isInWord.current = key === ' ' && isNear;
    if (key !== ' ' || isNear) typed.current = timeStamp;
  };
  const onKeyUpCapture = (event: KeyboardEvent) => {
    if (event.key !== ' ' || !isInWord.current) return;
    isInWord.current = false;
    event.preventDefault();
  };
  return { onKeyDownCapture, onKeyUpCapture };
}
