import { memo, useCallback, useRef } from 'react';
import type { Viewport } from './fitting.ts';
import { useFollowView } from './use-follow-view.ts';

/** Between two dots, in units of the drawing. */
const gap = 20;

/** The dots that the drawing stands on. */
export const Ground = memo(function Ground() {
  const pattern = useRef<SVGPatternElement>(null);
  useFollowView(
    useCallback(({ x, y, zoom }: Viewport) => {
      pattern.current?.setAttribute('patternTransform', `matrix(${zoom} 0 0 ${zoom} ${x} ${y})`);
    }, []),
  );
  return (
    <svg className="canvas-dots" aria-hidden="true">
      <pattern
        ref={pattern}
        id="canvas-dots"
        x={-gap / 2}
        y={-gap / 2}
        width={gap}
        height={gap}
        patternUnits="userSpaceOnUse"
      >
        <circle cx={1} cy={1} r={1} />
      </pattern>
      <rect width="100%" height="100%" fill="url(#canvas-dots)" />
    </svg>
  );
});
