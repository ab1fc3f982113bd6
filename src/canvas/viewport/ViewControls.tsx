import { useReactFlow, useStore } from '@xyflow/react';
import { memo } from 'react';
import { Icon } from '#ui';
import { Minimap } from './Minimap.tsx';
import { moveDuration } from './motion.ts';
import { useFitView } from './use-fit.ts';

/** Overview and zoom as one floating card. */
export const ViewControls = memo(function ViewControls() {
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const fit = useFitView();
  const options = () => ({ duration: moveDuration() });
  return (
    <div className="canvas-card canvas-view">
      <Minimap />
      <fieldset className="canvas-zoom" aria-label="Zoom">
        <button type="button" aria-label="Zoom out" onClick={() => void zoomOut(options())}>
          <Icon icon="minus" size={16} />
        </button>
        <button
          type="button"
          className="canvas-percent"
          aria-label={`${percent} %, back to 100 %`}
          onClick={() => void zoomTo(1, options())}
        >
          {percent} %
        </button>
        <button type="button" aria-label="Zoom in" onClick={() => void zoomIn(options())}>
          <Icon icon="plus" size={16} />
        </button>
        <button type="button" aria-label="Show the whole drawing" onClick={fit}>
          <Icon icon="fit" size={16} />
        </button>
      </fieldset>
    </div>
  );
});
