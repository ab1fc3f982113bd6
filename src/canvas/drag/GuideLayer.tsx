import { ViewportPortal } from '@xyflow/react';
import { lettersIn, pathBehind } from '../ground/words.ts';
import { layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import type { Guide } from './snap.ts';

/** Beyond what is in line. */
const more = 8;

const endsOf = ({ axis, at, from, to }: Guide) =>
  axis === 'x'
    ? ([
        { x: at, y: from - more },
        { x: at, y: to + more },
      ] as const)
    : ([
        { x: from - more, y: at },
        { x: to + more, y: at },
      ] as const);

/** The lines that what is dragged shares with what lies beside it; they pass behind words. */
export function GuideLayer({ guides }: { guides: readonly Guide[] }) {
  const scene = useScene((state) => state.scene);
  const words = lettersIn(scene);
  return (
    <ViewportPortal>
      <svg className="canvas-edges canvas-guides" style={{ zIndex: layers.overlay }} aria-hidden="true">
        {guides.map((guide) => (
          <path key={`${guide.axis} ${guide.at}`} d={pathBehind(...endsOf(guide), words)} />
        ))}
      </svg>
    </ViewportPortal>
  );
}
