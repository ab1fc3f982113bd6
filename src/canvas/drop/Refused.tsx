import { memo } from 'react';
import type { Point, SceneItem } from '#drawing';
import { Icon } from '#ui';
import { radiusOf } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { HandWords } from './HandWords.tsx';
import { openGroundOf } from './open-ground.ts';

/** Where something lies on the viewport, as a style. */
export const boxOf = (item: SceneItem) => ({
  transform: `translate(${item.x}px, ${item.y}px)`,
  width: item.width,
  height: item.height,
  borderRadius: radiusOf(item),
});

/** What does not take what is in the hand, struck out where it shows nothing but its ground. */
export const RefusedPlace = memo(function RefusedPlace({ item }: { item: SceneItem }) {
  const items = useScene((state) => state.scene.items);
  return (
    <div className="canvas-drop-refused" style={boxOf(item)}>
      <div style={{ clipPath: openGroundOf(item, items) }} />
    </div>
  );
});

/** Why a place does not take what is in the hand, clear of it and of the `places` that it is about. */
export const RefusalReason = ({
  reason,
  at,
  places,
}: {
  reason: string;
  at: Point;
  places: readonly SceneItem[];
}) => (
  <HandWords at={at} places={places} tone="refused" sign={<Icon icon="blocked" size={16} />}>
    {reason}
  </HandWords>
);
