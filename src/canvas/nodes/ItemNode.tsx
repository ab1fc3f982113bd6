import type { NodeProps } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { SceneItem } from '#drawing';
import { findResource } from '#model';
import { useAppState, useAppStore } from '#ui';
import { addedShapes } from '../preview/added-shapes.ts';
import { PreviewLayer } from '../preview/PreviewLayer.tsx';
import { usePreviewMark } from '../preview/use-preview-mark.ts';
import { Shapes } from '../Shapes.tsx';
import { type ItemNodeType, isNetwork } from '../to-flow.ts';
import { useItem } from '../use-scene.ts';
import { compactShapes, distantShapes } from './compact-shapes.ts';
import { MarkerButton } from './MarkerButton.tsx';
import { useDetail } from './use-detail.ts';

const radiusOf = ({ shapes }: SceneItem) => {
  const [frame] = shapes;
  return frame?.type === 'rect' ? (frame.radius ?? 0) : 0;
};

const ItemBody = memo(function ItemBody({ item }: { item: SceneItem }) {
  const isSelected = useAppState(
    (state) => item.resource !== undefined && state.selected.includes(item.resource),
  );
  const kind = useAppState((state) => findResource(state.design, item.resource)?.kind);
  const isFlashing = useAppState(
    (state) => item.resource !== undefined && state.flash.includes(item.resource),
  );
  const mark = usePreviewMark(item.id);
  const app = useAppStore();
  const detail = useDetail();
  const isAdded = mark?.tone === 'added';
  const shapes = useMemo(() => {
    const drawn = isAdded ? addedShapes(item.shapes) : item.shapes;
    if (detail === 'full') return drawn;
    if (item.role === 'node') return compactShapes({ ...item, shapes: drawn }, detail);
    return detail === 'colour' && !isNetwork(kind) ? distantShapes(drawn) : drawn;
  }, [detail, isAdded, item, kind]);
  const classes = ['canvas-item', `canvas-item--${item.role}`];
  if (isSelected) classes.push('is-selected');
  if (isNetwork(kind)) classes.push('is-network');
  return (
    <div className={classes.join(' ')} style={{ borderRadius: radiusOf(item) }}>
      <svg className="canvas-drawing" width={item.width} height={item.height} aria-hidden="true">
        <Shapes of={shapes} />
      </svg>
      {isNetwork(kind) ? <div className="canvas-header" /> : null}
      {mark ? <PreviewLayer mark={mark} /> : null}
      {isFlashing ? (
        <div className="canvas-flash" onAnimationEnd={() => app.getState().setView({ flash: [] })} />
      ) : null}
      {item.markers.map((marker) => (
        <MarkerButton key={marker.fingerprint} marker={marker} resource={item.resource} />
      ))}
    </div>
  );
});

/** One item of the scene. React Flow owns its position; the rest is looked up by id, so an edit renders one node. */
export const ItemNode = memo(function ItemNode({ id }: NodeProps<ItemNodeType>) {
  const item = useItem(id);
  return item ? <ItemBody item={item} /> : null;
});
