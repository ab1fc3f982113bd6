import { ViewportPortal } from '@xyflow/react';
import { layers } from '../to-flow.ts';
import type { Guide } from './snap.ts';

/** The lines that what is dragged shares with what lies beside it. */
export function GuideLayer({ guides }: { guides: readonly Guide[] }) {
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className="canvas-edges canvas-guides" style={{ zIndex: layers.overlay }} aria-hidden="true">
        {guides.map(({ axis, at, from, to }) => (
          <path
            key={`${axis} ${at}`}
            d={axis === 'x' ? `M${at} ${from - 8}V${to + 8}` : `M${from - 8} ${at}H${to + 8}`}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
}
