import { useStore } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { edgeSamples, isExpectedAddress, type SceneItem } from '#drawing';
import { Legend } from '../editing/cards.ts';
import { useScene } from '../use-scene.ts';
import { cornersOf } from './corners.ts';
import { corner, isGround, isInView, sceneFrameOf } from './fitting.ts';
import { ViewControls } from './ViewControls.tsx';

/** Between the cards and the border of the window, or one another, in CSS pixels. */
const [border, between] = [12, 8];
/** Of the legend, with what keeps it from the border. */
const legend = { width: 172, padding: 28, row: 20 } as const;

/** What stands on the ground that the drawing leaves free. */
type Standing = 'both' | 'legend' | 'overview' | 'none';

const hasNote = (items: readonly SceneItem[]) => items.some(({ role }) => role === 'note');
const hasExpectedAddress = (items: readonly SceneItem[]) =>
  items.some(({ shapes }) => shapes.some(isExpectedAddress));
const hasUndecidedSign = (items: readonly SceneItem[]) =>
  items.some(({ markers }) => markers.some(({ shapes }) => shapes.some((one) => 'dash' in one)));

/**
 * At the bottom right the zoom, over it the overview where something is out of sight, and over that what the lines mean:
 * both as far as they cover nothing.
 */
export const Corner = memo(function Corner() {
  const edges = useScene((state) => state.scene.edges);
  const items = useScene((state) => state.scene.items);
  const samples = useMemo(() => edgeSamples(edges), [edges]);
  const hasNotes = useMemo(() => hasNote(items), [items]);
  const hasExpected = useMemo(() => hasExpectedAddress(items), [items]);
  const hasUndecided = useMemo(() => hasUndecidedSign(items), [items]);
  const things = useMemo(
    () =>
      cornersOf([
        ...items.filter((item) => !isGround(item)),
        ...edges.flatMap(({ points }) => points.map((point) => ({ ...point, width: 0, height: 0 }))),
      ]),
    [items, edges],
  );
  const regions = useMemo(() => cornersOf(items.filter(isGround)), [items]);
  const frame = useMemo(() => sceneFrameOf(items), [items]);
  const rows = samples.length + [hasNotes, hasExpected, hasUndecided].filter(Boolean).length;
  const standing = useStore(({ width, height, transform: [x, y, zoom] }): Standing | undefined => {
    // Nothing is known yet, and what is not there need not fade.
    if (width === 0) return undefined;
    const isFree = (wide: number, high: number): boolean => {
      const left = (width - wide - x) / zoom;
      const top = (height - high - y) / zoom;
      if (things.some((one) => one.x > left && one.y > top)) return false;
      // It may stand on a region, but not on its border.
      const right = (width - border - x) / zoom;
      const bottom = (height - border - y) / zoom;
      return !regions.some((one) => one.x > left && one.y > top && (one.x < right || one.y < bottom));
    };
    const zooming = border + corner.zoom + between;
    const explaining = legend.padding + legend.row * rows;
    const isWhole = frame === undefined || isInView(frame, { width, height }, { x, y, zoom });
    const hasLegend = rows > 0 && isFree(legend.width, zooming + explaining);
    const overview = zooming + corner.overview;
    const hasOverview = !isWhole && isFree(corner.width + border + between, overview);
    if (hasLegend && hasOverview) return isFree(legend.width, overview + explaining) ? 'both' : 'legend';
    if (hasLegend) return 'legend';
    return hasOverview ? 'overview' : 'none';
  });
  const isShown = (what: Standing) => standing === what || standing === 'both';
  return (
    <div className="canvas-corner">
      {rows > 0 && standing !== undefined ? (
        <Legend
          samples={samples}
          hasNotes={hasNotes}
          hasExpected={hasExpected}
          hasUndecided={hasUndecided}
          isCovering={!isShown('legend')}
        />
      ) : null}
      <ViewControls hasOverview={isShown('overview')} />
    </div>
  );
});
