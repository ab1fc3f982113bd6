import { memo, useLayoutEffect, useRef } from 'react';
import type { Point, SceneItem } from '#drawing';
import { Icon } from '#ui';
import { radiusOf } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
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

/** Clear of a card that is in the hand, and of the borders of the canvas; in pixels of the screen. */
const [below, inset] = [40, 12];

/** Why a place does not take what is in the hand, beside the pointer wherever that goes. */
export function RefusalReason({ reason, at }: { reason: string; at: Point }) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const follow = ({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>) => {
      const room = card.current?.parentElement?.getBoundingClientRect();
      if (!card.current || !room) return;
      const { offsetWidth: width, offsetHeight: height, style } = card.current;
      const [x, y] = [clientX - room.left, clientY - room.top];
      const left = Math.max(inset, Math.min(x - width / 2, room.width - width - inset));
      const isLow = y + below + height + inset > room.height;
      style.transform = `translate(${left}px, ${isLow ? y - below - height : y + below}px)`;
    };
    follow({ clientX: at.x, clientY: at.y });
    // Of what comes from the palette the browser tells by events of its own.
    window.addEventListener('pointermove', follow);
    window.addEventListener('dragover', follow);
    return () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('dragover', follow);
    };
  }, [at]);
  return (
    <div ref={card} className="canvas-drop-reason" aria-hidden="true">
      <Icon icon="blocked" size={16} />
      {reason}
    </div>
  );
}
