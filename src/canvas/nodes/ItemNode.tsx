import type { NodeProps } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { SceneItem, Shape } from '#drawing';
import { Shapes, useAppStore } from '#ui';
import { addedShapes } from '../preview/added-shapes.ts';
import { PreviewLayer } from '../preview/PreviewLayer.tsx';
import type { ItemNodeType } from '../to-flow.ts';
import { useItem } from '../use-scene.ts';
import { compactShapes, type Detail, distantShapes, namedShapes } from './compact-shapes.ts';
import { MarkerButton } from './MarkerButton.tsx';
import { isPainted } from './painted.ts';
import { useDetail } from './use-detail.ts';

/** What an item is drawn with; what it says of findings may change without it. */
function Drawing({
  of: { shapes: own, role, width, height },
  then,
  detail,
  isAdded,
}: {
  of: SceneItem;
  /** How it would look after the fix that is previewed. */
  then: readonly Shape[] | undefined;
  detail: Detail;
  /** By the fix that is previewed. */
  isAdded: boolean;
}) {
  const shapes = useMemo(() => {
    const drawn = isAdded ? addedShapes(own) : (then ?? own);
    if (detail === 'full') return drawn;
    if (detail === 'names') return namedShapes({ shapes: drawn, width, role });
    if (role === 'node') return compactShapes({ shapes: drawn, width, height });
    return distantShapes(drawn);
  }, [detail, isAdded, own, then, role, width, height]);
  return (
    <svg className="canvas-drawing" aria-hidden="true">
      <Shapes of={shapes} />
    </svg>
  );
}

/** Points out once what a fix has changed. */
function Flash() {
  const app = useAppStore();
  return <div className="canvas-flash" onAnimationEnd={() => app.getState().setView({ flash: [] })} />;
}

/**
 * One item of the scene. React Flow owns its position and its box, whose class and rings the style sheet has; the rest
 * is looked up by id, so an edit renders one node. From far away most have nothing in them: they are painted together.
 */
export const ItemNode = memo(function ItemNode({ id, data }: NodeProps<ItemNodeType>) {
  const item = useItem(id);
  const detail = useDetail();
  if (!item) return null;
  const { isNetwork, attention } = data;
  const mark = attention?.mark;
  return (
    <>
      {detail === 'colour' && isPainted(item, data) ? null : (
        <Drawing of={item} then={mark?.shapes} detail={detail} isAdded={mark?.tone === 'added'} />
      )}
      {isNetwork ? <div className="canvas-header" /> : null}
      {mark && mark.tone !== 'settled' ? <PreviewLayer mark={mark} /> : null}
      {attention?.isFlashing ? <Flash /> : null}
      {detail === 'colour'
        ? null
        : item.markers.map((marker) => (
            <MarkerButton
              key={marker.fingerprint}
              marker={marker}
              resource={item.resource}
              isGoing={mark?.going?.has(marker.fingerprint)}
            />
          ))}
    </>
  );
});
