import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useState } from 'react';
import type { Point, Scene } from '#drawing';
import { holds } from '#layout';
import type { Box, ResourceId } from '#model';
import { useAppStore } from '#ui';
import { chosenId } from './chosen-id.ts';
import { sceneStoreOf } from './scene-store.ts';

/** Shorter drags are clicks, in pixels of the screen. */
const threshold = 4;

const boxOf = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** What a frame picks: nodes and notes that it touches, containers that lie wholly in it; each once. */
function picked(scene: Scene, frame: Box): readonly ResourceId[] {
  const right = frame.x + frame.width;
  const bottom = frame.y + frame.height;
  const found = scene.items.flatMap((item) => {
    const { role, x, y, width, height } = item;
    const id = chosenId(item);
    const isSmall = role === 'node' || role === 'note';
    if (id === undefined || (!isSmall && role !== 'container')) return [];
    const isTouched = x < right && y < bottom && x + width > frame.x && y + height > frame.y;
    return holds(frame, item) || (isSmall && isTouched) ? [id] : [];
  });
  return [...new Set(found)];
}

const isGround = ({ target }: PointerEvent) =>
  target instanceof Element && target.matches('.react-flow__pane');

/**
 * A frame drawn over open ground selects what is in it; with Shift or Ctrl it adds to the selection. It follows the
 * pointer only from a press on the ground to its release: no other move of the pointer costs anything.
 */
export function Marquee({ isOff }: { isOff: boolean }) {
  const app = useAppStore();
  const { screenToFlowPosition } = useReactFlow();
  const surface = useStore((state) => state.domNode);
  const [frame, setFrame] = useState<Box | undefined>();

  useEffect(() => {
    if (!surface || isOff) return;
    const listening = new AbortController();
    let drawing: AbortController | undefined;
    const end = () => {
      drawing?.abort();
      setFrame(undefined);
    };
    surface.addEventListener('pointerdown', (press) => start(surface, press), { signal: listening.signal });
    return () => {
      listening.abort();
      end();
    };

    function start(ground: HTMLElement, press: PointerEvent) {
      if (!isGround(press) || press.button !== 0 || press.pointerType === 'touch') return;
      const from = { x: press.clientX, y: press.clientY };
      const before = press.shiftKey || press.ctrlKey || press.metaKey ? app.getState().selected : [];
      const { left, top } = ground.getBoundingClientRect();
      // A press whose release was lost ends here.
      end();
      drawing = new AbortController();
      const options = { signal: drawing.signal };
      ground.addEventListener(
        'pointermove',
        (move) => {
          // The release was over something else, such as a panel that the press opened.
          if ((move.buttons & 1) === 0) {
            end();
            return;
          }
          const to = { x: move.clientX, y: move.clientY };
          if (!ground.hasPointerCapture(move.pointerId)) {
            if (Math.hypot(to.x - from.x, to.y - from.y) < threshold) return;
            // From here on it is no click of the ground.
            ground.setPointerCapture(move.pointerId);
          }
          const drawn = boxOf(from, to);
          setFrame({ ...drawn, x: drawn.x - left, y: drawn.y - top });
        },
        options,
      );
      ground.addEventListener(
        'pointerup',
        (release) => {
          end();
          if (!ground.hasPointerCapture(release.pointerId)) return;
          ground.releasePointerCapture(release.pointerId);
          const to = { x: release.clientX, y: release.clientY };
          const inScene = boxOf(screenToFlowPosition(from), screenToFlowPosition(to));
          const { selectAll, announce } = app.getState();
          const found = [...before, ...picked(sceneStoreOf(app).getState().scene, inScene)];
          selectAll(found);
          announce(`Selected ${new Set(found).size}.`);
        },
        options,
      );
      ground.addEventListener('pointercancel', end, options);
    }
  }, [app, isOff, screenToFlowPosition, surface]);

  if (!frame) return null;
  const { x, y, width, height } = frame;
  return <div className="canvas-marquee" style={{ transform: `translate(${x}px, ${y}px)`, width, height }} />;
}
