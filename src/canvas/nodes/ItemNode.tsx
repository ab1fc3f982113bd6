import type { NodeProps } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { SceneItem } from '#drawing';
import type { ResourceId } from '#model';
import type { State } from '#store';
import { useAppState, useAppStore } from '#ui';
import { chosenId } from '../chosen-id.ts';
import { addedShapes } from '../preview/added-shapes.ts';
import { PreviewLayer } from '../preview/PreviewLayer.tsx';
import { usePreviewMark } from '../preview/use-preview-mark.ts';
import { Shapes } from '../Shapes.tsx';
import type { ItemNodeType } from '../to-flow.ts';
import { useItem } from '../use-scene.ts';
import { compactShapes, distantShapes } from './compact-shapes.ts';
import { MarkerButton } from './MarkerButton.tsx';
import { useDetail } from './use-detail.ts';

/** A sheet whose corner is turned up is no rectangle. */
const noteRadius = 6;

const radiusOf = ({ shapes, role }: SceneItem) => {
  const [frame] = shapes;
  if (role === 'note') return noteRadius;
  return frame?.type === 'rect' ? (frame.radius ?? 0) : 0;
};

/** What is said of a resource or a note on screen, in words: one value, since every node asks for it at every change. */
const attentionOf = ({ selected, flash }: State, id: ResourceId | undefined): string => {
  if (id === undefined) return '';
  return `${selected.includes(id) ? 'is-selected' : ''}${flash.includes(id) ? ' is-flashing' : ''}`;
};

const ItemBody = memo(function ItemBody({ item, isNetwork }: { item: SceneItem; isNetwork: boolean }) {
  const attention = useAppState((state) => attentionOf(state, chosenId(item)));
  const mark = usePreviewMark(item.id);
  const app = useAppStore();
  const detail = useDetail();
  const isAdded = mark?.tone === 'added';
  const { role, width, height } = item;
  const shapes = useMemo(() => {
    const drawn = isAdded ? addedShapes(item.shapes) : item.shapes;
    if (detail === 'full') return drawn;
    if (role === 'node') return compactShapes({ shapes: drawn, width, height }, detail);
    return detail === 'colour' && !isNetwork ? distantShapes(drawn) : drawn;
  }, [detail, isAdded, item.shapes, role, width, height, isNetwork]);
  const classes = ['canvas-item', `canvas-item--${item.role}`];
  if (attention !== '') classes.push(attention);
  if (isNetwork) classes.push('is-network');
  return (
    <div className={classes.join(' ')} style={{ borderRadius: radiusOf(item) }}>
      <svg className="canvas-drawing" aria-hidden="true">
        <Shapes of={shapes} />
      </svg>
      {isNetwork ? <div className="canvas-header" /> : null}
      {mark ? <PreviewLayer mark={mark} /> : null}
      {attention.endsWith('is-flashing') ? (
        <div className="canvas-flash" onAnimationEnd={() => app.getState().setView({ flash: [] })} />
      ) : null}
      {item.markers.map((marker) => (
        <MarkerButton key={marker.fingerprint} marker={marker} resource={item.resource} />
      ))}
    </div>
  );
});

/** One item of the scene. React Flow owns its position; the rest is looked up by id, so an edit renders one node. */
export const ItemNode = memo(function ItemNode({ id, data }: NodeProps<ItemNodeType>) {
  const item = useItem(id);
  return item ? <ItemBody item={item} isNetwork={data.isNetwork} /> : null;
});
