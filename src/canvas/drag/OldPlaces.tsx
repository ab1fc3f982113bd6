import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import { layers, radiusOf } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';

/** Where what is lifted has lain. */
export const OldPlaces = memo(function OldPlaces({ moving }: { moving: ReadonlySet<string> }) {
  const nodes = useScene((state) => state.nodes);
  const itemOf = useScene((state) => state.itemOf);
  if (moving.size === 0) return null;
  const lifted = nodes.filter(({ id, parentId }) => moving.has(id) && !moving.has(parentId ?? ''));
  return (
    <ViewportPortal>
      {lifted
        .flatMap(({ id }) => itemOf.get(id) ?? [])
        .map((item) => (
          <div
            key={item.id}
            className="canvas-old-place"
            style={{
              transform: `translate(${item.x}px, ${item.y}px)`,
              width: item.width,
              height: item.height,
              borderRadius: radiusOf(item),
              zIndex: layers.overlay,
            }}
          />
        ))}
    </ViewportPortal>
  );
});
