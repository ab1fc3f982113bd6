import { Shapes } from '#ui';
import type { PreviewMark } from './preview-marks.ts';

/** Of the card that grows. */
const radius = 14;

/** What a previewed fix would do to an item, laid over it; its words stand beside it. */
export function PreviewLayer({ mark: { tone, added } }: { mark: PreviewMark }) {
  return (
    <div
      className="canvas-preview"
      data-tone={tone}
      style={added ? { bottom: -added.growth } : undefined}
      aria-hidden="true"
    >
      {/* The ground of the card, over its foot. */}
      {added ? <div className="canvas-preview-ground" style={{ height: added.growth + radius }} /> : null}
      {added ? (
        <svg className="canvas-drawing" aria-hidden="true">
          {added.rows.map(({ x, y, shapes }) => (
            <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
              <Shapes of={shapes} />
            </g>
          ))}
        </svg>
      ) : null}
    </div>
  );
}
