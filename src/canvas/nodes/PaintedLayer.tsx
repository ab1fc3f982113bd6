import { useStore, ViewportPortal } from '@xyflow/react';
import { memo, type ReactNode, useMemo } from 'react';
import { FarNames, NearMarker } from '../editing/cards.ts';
import { MergedPaths } from '../MergedPaths.tsx';
import { type ItemNodeType, layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { paintedPaths } from './painted.ts';
import { signPaths } from './signs.ts';
import { useDetail } from './use-detail.ts';

interface LayerProps {
  /** What it shows. */
  of: 'painted' | 'signs';
  zIndex: number;
  children: ReactNode;
}

function Layer({ of, zIndex, shift, children }: LayerProps & { shift?: string | undefined }) {
  return (
    <svg className={`canvas-edges canvas-${of}`} style={{ zIndex, transform: shift }} aria-hidden="true">
      {children}
    </svg>
  );
}

/** What is dragged, of which `root` is a part that React Flow moves. */
function DraggedLayer({ root, ...layer }: LayerProps & { root: string }) {
  const home = useScene((state) => state.itemOf.get(root));
  const shift = useStore(({ nodeLookup }) => {
    const now = nodeLookup.get(root)?.internals.positionAbsolute;
    return now && home ? `translate(${now.x - home.x}px, ${now.y - home.y}px)` : undefined;
  });
  return <Layer {...layer} shift={shift} />;
}

/**
 * All items that need no elements of their own, from far away: a path for each paint, and for what is dragged. Over them
 * the signs of findings, whose markers would need a picture each.
 */
export const PaintedLayer = memo(function PaintedLayer({
  nodes,
  moving,
}: {
  nodes: readonly ItemNodeType[];
  /** What is dragged, first what a hand has taken hold of. */
  moving: ReadonlySet<string>;
}) {
  const isFar = useDetail() === 'colour';
  const itemOf = useScene((state) => state.itemOf);
  const still = useMemo(
    () => (isFar ? paintedPaths(nodes, itemOf, (id) => !moving.has(id)) : []),
    [isFar, nodes, itemOf, moving],
  );
  const dragged = useMemo(
    () => (isFar && moving.size > 0 ? paintedPaths(nodes, itemOf, (id) => moving.has(id)) : []),
    [isFar, nodes, itemOf, moving],
  );
  const signs = useMemo(
    () => (isFar ? signPaths(itemOf.values(), (id) => !moving.has(id)) : []),
    [isFar, itemOf, moving],
  );
  const draggedSigns = useMemo(
    () => (isFar && moving.size > 0 ? signPaths(itemOf.values(), (id) => moving.has(id)) : []),
    [isFar, itemOf, moving],
  );
  if (!isFar) return null;
  const [root] = moving;
  return (
    <ViewportPortal>
      <Layer of="painted" zIndex={layers.painted}>
        <MergedPaths of={still} />
      </Layer>
      <Layer of="signs" zIndex={layers.content}>
        <MergedPaths of={signs} />
      </Layer>
      {/* Over the signs, which would strike them out; these shine through. */}
      <FarNames nodes={nodes} itemOf={itemOf} moving={moving} />
      <NearMarker />
      {root === undefined ? null : (
        <>
          <DraggedLayer of="painted" root={root} zIndex={layers.paintedDragged}>
            <MergedPaths of={dragged} />
          </DraggedLayer>
          <DraggedLayer of="signs" root={root} zIndex={layers.dragged}>
            <MergedPaths of={draggedSigns} />
          </DraggedLayer>
        </>
      )}
    </ViewportPortal>
  );
});
