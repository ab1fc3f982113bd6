import { useEffect, useState } from 'react';
import { whenIdle } from '#ui';

/** Rows drawn with the verdict itself: more than the panel is high. */
const firstRows = 12;

/**
 * How many of the `wanted` rows are drawn: of a list that is new no more than are seen, but `least`; all follow in a moment
 * that nobody needs, once what came with them is on screen.
 */
export function useRowsDrawn(wanted: number, least: number): number {
  const [isWhole, setWhole] = useState(false);
  const isMore = !isWhole && wanted > firstRows;
  useEffect(() => {
    if (!isMore) return;
    let callOff = () => {};
    const frame = requestAnimationFrame(() => {
      callOff = whenIdle(() => setWhole(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      callOff();
    };
  }, [isMore]);
  return isWhole ? wanted : Math.min(wanted, Math.max(firstRows, least));
}
