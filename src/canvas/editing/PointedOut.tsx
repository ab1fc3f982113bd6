import { ViewportPortal } from '@xyflow/react';
import { useAppState, useAppStore } from '#ui';
import { boxOf } from '../drop/Refused.tsx';
import { SignsOver } from '../nodes/SignsOver.tsx';
import { sceneStoreOf } from '../scene-store.ts';
import { layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { itemShowing } from '../viewport/item-showing.ts';

/** Lights what is pointed at elsewhere on the screen, over the drawing: no node of it is drawn anew. */
export function PointedOut() {
  const app = useAppStore();
  const pointed = useAppState((state) => state.pointed);
  // Where things lie by now.
  useScene((state) => state.scene);
  const drawn = sceneStoreOf(app).getState();
  const { design } = app.getState();
  const items = [...new Set(pointed.flatMap((id) => itemShowing(drawn, design, id) ?? []))];
  return items.length > 0 ? (
    <ViewportPortal>
      <div className="canvas-drop" style={{ zIndex: layers.overlay }} aria-hidden="true">
        {items.map((item) => (
          <div key={item.id} className="canvas-drop-place is-over" style={boxOf(item)} />
        ))}
      </div>
      <svg className="canvas-edges" style={{ zIndex: layers.overlay }} aria-hidden="true">
        <SignsOver places={items} />
      </svg>
    </ViewportPortal>
  ) : null;
}
