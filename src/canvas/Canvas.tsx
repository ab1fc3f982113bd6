import { ReactFlowProvider, useKeyPress, useStore } from '@xyflow/react';
import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import './overlays.css';
import './corner.css';
import './editing.css';
import './connect.css';
import './media.css';
import { levelAt, type SceneItem } from '#drawing';
import { inspectorWidth, useAppState } from '#ui';
import { EmptyHint } from './editing/cards.ts';
import { Flow } from './Flow.tsx';
import { Marquee } from './Marquee.tsx';
import { useKnownSizes } from './nodes/use-known-sizes.ts';
import { DetailContext, LevelContext } from './nodes/use-level.ts';
import { useReach } from './nodes/use-reach.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useChoice } from './use-choice.ts';
import { usePaletteDrop } from './use-palette-drop.ts';
import { useScene } from './use-scene.ts';
import { fittingViewport, type Viewport, type Window } from './viewport/fitting.ts';
import { Strip } from './viewport/Strip.tsx';
import { useFitUntilMoved } from './viewport/use-fit.ts';
import { useJump } from './viewport/use-jump.ts';
import { useLook } from './viewport/use-look.ts';
import { useMoving } from './viewport/use-moving.ts';
import { useView } from './viewport/use-view.ts';

/** Nothing is drawn before the view is known: everything would be drawn twice, the first time in a view of chance. */
const viewFor = (items: readonly SceneItem[], window: Window): Viewport =>
  fittingViewport(items, window, inspectorWidth) ?? { x: 0, y: 0, zoom: 1 };

function Surface({ window }: { window: Window }) {
  useKnownSizes();
  const items = useScene((state) => state.scene.items);
  const [viewport] = useState(() => viewFor(items, window));
  const palette = usePaletteDrop();
  const choice = useChoice();
  const keys = useCanvasKeys();
  const reach = useReach();
  const isHandTool = useAppState((state) => state.isHand);
  const isHand = useKeyPress('Space') || isHandTool;
  const view = useView();
  const hand = useFitUntilMoved(view);
  useJump(view);
  useLook(view, hand);
  useMoving();
  const level = useStore((state) => levelAt(state.panZoom ? state.transform[2] : viewport.zoom));
  const { detail, unit } = level;
  const style = useMemo(() => ({ ...reach, '--canvas-unit': unit }) as CSSProperties, [reach, unit]);
  return (
    <>
      <div className="canvas-surface" style={style} data-is-hand={isHand} data-detail={detail} {...keys}>
        <DetailContext value={detail}>
          <LevelContext value={level}>
            <Flow
              viewport={viewport}
              isHand={isHand}
              choice={choice}
              handlers={palette.handlers}
              dropping={palette.target}
              onMoved={hand.onMoved}
              onRested={hand.onRested}
            />
          </LevelContext>
        </DetailContext>
        <Marquee isOff={isHand} />
        <EmptyHint />
      </div>
      <Strip />
    </>
  );
}

/** The design on screen in a window of a known size; in a strip beside it the tools and the zoom. */
export const CanvasIn = (props: { window: Window }) => (
  <ReactFlowProvider>
    <Surface {...props} />
  </ReactFlowProvider>
);

/**
 * Measured once there is a drawing: the findings that come with it take their share of the page in the same frame, and
 * everything would be fitted, styled and painted again for a window that was measured before them.
 */
function Measured() {
  const room = useRef<HTMLDivElement>(null);
  const [window, setWindow] = useState<Window | undefined>();
  useLayoutEffect(() => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = room.current ?? {};
    setWindow({ width, height });
  }, []);
  return window ? <CanvasIn window={window} /> : <div className="canvas-surface" ref={room} />;
}

/** The design on screen, drawn and ready for the hand. */
export function Canvas() {
  const isDrawn = useScene((state) => state.isDrawn);
  const name = useAppState((state) => state.design.name);
  return (
    <div className="canvas-ground">
      <h1 className="canvas-title">{name}</h1>
      {isDrawn ? <Measured /> : null}
    </div>
  );
}
