import { ViewportPortal } from '@xyflow/react';
import { Shapes } from '#ui';
import { layers } from '../to-flow.ts';
import { usePreviewed } from './use-preview-marks.ts';

/** What a previewed fix would draw anew, and what it changes in words. The words beside the finding say the same. */
export function PreviewWords() {
  const { labels, newcomers } = usePreviewed();
  if (labels.length === 0 && newcomers.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className="canvas-edges" style={{ zIndex: layers.overlay }} aria-hidden="true">
        {newcomers.map(({ id, x, y, shapes }) => (
          <g key={id} transform={`translate(${x} ${y})`}>
            <Shapes of={shapes} />
          </g>
        ))}
        {labels.map(({ item, leader }) =>
          leader ? (
            <path
              key={item}
              className="canvas-preview-leader"
              d={`M${leader.x} ${leader.y}h${leader.width}v${leader.height}`}
            />
          ) : null,
        )}
      </svg>
      {labels.map(({ item, x, y, width, height, lines }) => (
        <div
          key={item}
          className="canvas-preview-words"
          style={{ left: x, top: y, width, height, zIndex: layers.overlay }}
          aria-hidden="true"
        >
          {lines.join('\n')}
        </div>
      ))}
    </ViewportPortal>
  );
}
