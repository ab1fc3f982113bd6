import { useReactFlow } from '@xyflow/react';
import { memo, type PointerEvent, useCallback, useDeferredValue, useMemo, useRef } from 'react';
import type { SceneItem } from '#drawing';
import { colourOf } from '#ui';
import { useScene } from '../use-scene.ts';
import type { Frame, Viewport, Window } from './fitting.ts';
import { overviewOf, overviewPaths } from './overview.ts';
import { useFollowView } from './use-follow-view.ts';

const size = { width: 132, height: 92 };

/** Everything that is drawn, which no step of the view changes: a path for each colour, not a box for each item. */
const OverviewItems = memo(function OverviewItems({ of }: { of: readonly SceneItem[] }) {
  const paths = useMemo(() => overviewPaths(of), [of]);
  return paths.map(({ key, colour, d }) => (
    <path
      key={key}
      d={d}
      className={colour === undefined ? 'canvas-overview-outline' : 'canvas-overview-box'}
      fill={colourOf(colour)}
    />
  ));
});

/** The part of the drawing that is in view. */
function OverviewView({ whole }: { whole: Frame }) {
  const frame = useRef<SVGRectElement>(null);
  useFollowView(
    useCallback(
      ({ x, y, zoom }: Viewport, { width, height }: Window) => {
        const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
        for (const [name, value] of Object.entries(clipped(view, whole)))
          frame.current?.setAttribute(name, String(value));
      },
      [whole],
    ),
  );
  return <rect ref={frame} className="canvas-overview-view" rx={10} />;
}

/** Before the first likeness. */
const nothing: readonly SceneItem[] = [];

/** The whole drawing with the part in view; a press or a drag brings that place into view. For the eye only. */
export function Minimap() {
  const drawn = useScene((state) => state.scene.items);
  // A moment after the drawing itself, which is not to wait for its likeness.
  const items = useDeferredValue(drawn, nothing);
  const { setCenter, getZoom } = useReactFlow();
  const whole = useMemo(() => overviewOf(items), [items]);

  const go = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return;
    const matrix = event.currentTarget.getScreenCTM();
    if (!matrix) return;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    void setCenter(point.x, point.y, { zoom: getZoom() });
  };

  return (
    <svg
      className="canvas-minimap"
      width={size.width}
      height={size.height}
      viewBox={`${whole.x} ${whole.y} ${whole.width} ${whole.height}`}
      aria-hidden="true"
      onPointerDown={go}
      onPointerMove={go}
    >
      <OverviewItems of={items} />
      {items === nothing ? null : <OverviewView whole={whole} />}
    </svg>
  );
}

/** The part in view, kept inside the overview so that its frame is always whole. */
function clipped(view: Frame, whole: Frame): Frame {
  const left = Math.min(Math.max(view.x, whole.x), whole.x + whole.width);
  const top = Math.min(Math.max(view.y, whole.y), whole.y + whole.height);
  const right = Math.max(Math.min(view.x + view.width, whole.x + whole.width), left);
  const bottom = Math.max(Math.min(view.y + view.height, whole.y + whole.height), top);
  return { x: left, y: top, width: right - left, height: bottom - top };
}
