import { useStore } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { edgeSamples, expectedMark, isExpectedAddress, markerShapes, type SceneItem } from '#drawing';
import { paint, Shapes } from '#ui';
import { useScene } from '../use-scene.ts';
import { cornersOf } from './corners.ts';

const [start, sampleWidth] = [{ x: 0, y: 8 }, 34] as const;

const undecided = markerShapes({ severity: 'note', verdict: 'cannot-tell' }, '', 17, 8);

/** A sheet with its corner turned. */
const NoteSample = () => (
  <path
    d="M8 2.5h14.5l5 4v7H8zM22.5 2.5v4h5"
    strokeLinejoin="round"
    style={{ stroke: paint('t3'), strokeWidth: 1.2, fill: paint('panel') }}
  />
);

/** Of its box with what keeps it from the corner of the window, in CSS pixels. */
const legendSize = { width: 172, inset: 40, row: 20, corner: 12 } as const;

/** Regions are the ground on which things stand. */
const isRegion = ({ role, parent }: SceneItem) => role === 'container' && parent === undefined;

/** What the lines of this drawing mean, while that covers nothing. For the eye only. */
export const Legend = memo(function Legend() {
  const edges = useScene((state) => state.scene.edges);
  const samples = useMemo(() => edgeSamples(edges), [edges]);
  const items = useScene((state) => state.scene.items);
  const corners = useMemo(
    () =>
      cornersOf([
        ...items.filter((item) => !isRegion(item)),
        ...edges.flatMap(({ points }) => points.map((point) => ({ ...point, width: 0, height: 0 }))),
      ]),
    [items, edges],
  );
  const regions = useMemo(() => cornersOf(items.filter(isRegion)), [items]);
  const hasNotes = items.some(({ role }) => role === 'note');
  const hasExpected = useMemo(() => items.some(({ shapes }) => shapes.some(isExpectedAddress)), [items]);
  const hasUndecided = useMemo(
    () => items.some(({ markers }) => markers.some(({ shapes }) => shapes.some((one) => 'dash' in one))),
    [items],
  );
  const rows = samples.length + [hasNotes, hasExpected, hasUndecided].filter(Boolean).length;
  const isCovering = useStore(({ width, height, transform: [x, y, zoom] }) => {
    // Nothing is known yet, and what is not there need not fade.
    if (width === 0) return undefined;
    const left = (width - legendSize.width - x) / zoom;
    const top = (height - legendSize.inset - legendSize.row * rows - y) / zoom;
    if (corners.some((corner) => corner.x > left && corner.y > top)) return true;
    // It may stand on a region, but not on its border.
    const right = (width - legendSize.corner - x) / zoom;
    const bottom = (height - legendSize.corner - y) / zoom;
    return regions.some(
      (corner) => corner.x > left && corner.y > top && (corner.x < right || corner.y < bottom),
    );
  });
  if (rows === 0 || isCovering === undefined) return null;
  return (
    <div className={isCovering ? 'canvas-legend is-covering' : 'canvas-legend'} aria-hidden="true">
      {samples.map(({ title, sample }) => (
        <div key={title}>
          <svg width={36} height={16} aria-hidden="true">
            <Shapes of={sample(start, sampleWidth)} />
          </svg>
          {title}
        </div>
      ))}
      {hasExpected ? (
        <div>
          <span className="mono">{expectedMark}10.0</span>
          Expected address
        </div>
      ) : null}
      {hasUndecided ? (
        <div>
          <svg width={36} height={16} aria-hidden="true">
            <Shapes of={undecided} />
          </svg>
          Not decided
        </div>
      ) : null}
      {hasNotes ? (
        <div>
          <svg width={36} height={16} aria-hidden="true">
            <NoteSample />
          </svg>
          Note
        </div>
      ) : null}
    </div>
  );
});
