import { Shapes } from '#ui';
import type { PreviewMark } from './preview-marks.ts';

/** Of the card that grows. */
const radius = 14;

/** What a previewed fix would do to an item, laid over it. The words beside the finding say the same. */
export function PreviewLayer({ mark: { tone, words, added } }: { mark: PreviewMark }) {
  const [first, ...others] = words;
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
      {/* One line, on the edge: more would cover the neighbours, and the list of changes has them all. */}
      {first === undefined ? null : (
        <div className="canvas-preview-words">
          <span>{first}</span>
          {others.length > 0 ? ` and ${others.length} more` : null}
        </div>
      )}
    </div>
  );
}
