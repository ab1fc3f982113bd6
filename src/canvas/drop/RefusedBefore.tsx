import { ViewportPortal } from '@xyflow/react';
import { useAppState } from '#ui';
import { layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { boxOf } from './Refused.tsx';

/** Where the drop was that a notice tells to be refused, as long as that stands. */
export function RefusedBefore() {
  const at = useAppState(({ notice }) => notice?.at);
  const item = useScene(({ scene }) => at && scene.items.find(({ resource }) => resource === at));
  return item ? (
    <ViewportPortal>
      <div className="canvas-drop" style={{ zIndex: layers.overlay }} aria-hidden="true">
        <div className="canvas-drop-refused" style={boxOf(item)} />
      </div>
    </ViewportPortal>
  ) : null;
}
