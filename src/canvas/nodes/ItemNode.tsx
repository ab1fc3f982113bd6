import type { NodeProps } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { type Detail, farShapes, namedShapes, namesBeside, type SceneItem, type Shape } from '#drawing';
import { Shapes, useAppStore } from '#ui';
import { PreviewLayer } from '../editing/cards.ts';
import { addedShapes } from '../preview/added-shapes.ts';
import type { PreviewMark } from '../preview/preview-marks.ts';
import type { ItemNodeType } from '../to-flow.ts';
import { useItem, useScene } from '../use-scene.ts';
import { MarkerButton } from './MarkerButton.tsx';
import { isPainted } from './painted.ts';
import { roomOfSign, signOf } from './signs.ts';
import { useDetail, useLevel } from './use-level.ts';

/** An item where only large words can be read. */
function Named({ of: item, shapes }: { of: SceneItem; shapes: readonly Shape[] }) {
  const { unit } = useLevel();
  const beside = useScene((state) => namesBeside(state.scene.items, item));
  const named = useMemo(
    () => namedShapes({ ...item, shapes }, { unit, beside, forSign: roomOfSign(item, unit) }),
    [item, shapes, unit, beside],
  );
  return <Shapes of={named} />;
}

/** Its findings there: one sign for all of them. */
function NamedMarker({
  of: item,
  fateOf,
}: {
  of: SceneItem;
  /** What the fix that is previewed makes of it. */
  fateOf: PreviewMark['fateOf'];
}) {
  const { unit } = useLevel();
  const marker = useMemo(() => signOf(item, unit), [item, unit]);
  if (!marker) return null;
  return (
    <MarkerButton
      marker={marker}
      resource={item.resource}
      fate={fateOf?.(marker, item.findings)}
      more={item.findings.length - 1}
    />
  );
}

/** What an item is drawn with; what it says of findings may change without it. */
function Drawing({
  of: item,
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
  const { shapes: own, role, height } = item;
  const shapes = useMemo(() => (isAdded ? addedShapes(own) : (then ?? own)), [isAdded, own, then]);
  return (
    <svg className="canvas-drawing" aria-hidden="true">
      {detail === 'names' ? (
        <Named of={item} shapes={shapes} />
      ) : (
        <Shapes of={detail === 'far' ? farShapes({ shapes, role, height }) : shapes} />
      )}
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
      {detail === 'far' && isPainted(item, data) ? null : (
        <Drawing of={item} then={mark?.shapes} detail={detail} isAdded={mark?.tone === 'added'} />
      )}
      {isNetwork ? <div className="canvas-header" /> : null}
      {mark && mark.tone !== 'settled' ? <PreviewLayer mark={mark} /> : null}
      {attention?.isFlashing ? <Flash /> : null}
      {detail === 'names' ? <NamedMarker of={item} fateOf={mark?.fateOf} /> : null}
      {detail === 'full'
        ? item.markers.map((marker) => (
            <MarkerButton
              key={marker.fingerprint}
              marker={marker}
              resource={item.resource}
              fate={mark?.fateOf?.(marker, [marker.fingerprint])}
            />
          ))
        : null}
    </>
  );
});
