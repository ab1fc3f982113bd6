import { useStore, ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { MergedPaths } from '../MergedPaths.tsx';
import type { MergedPath } from '../merged-paths.ts';
import { type ItemNodeType, layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { paintedPaths } from './painted.ts';
import { useDetail } from './use-detail.ts';

/** What is dragged, of which `root` is a part that React Flow moves. */
function Dragged({ root, paths, layer }: { root: string; paths: readonly MergedPath[]; layer: number }) {
  const home = useScene((state) => state.itemOf.get(root));
  const shift = useStore(({ nodeLookup }) => {
    const now = nodeLookup.get(root)?.internals.positionAbsolute;
    return now && home ? `translate(${now.x - home.x}px, ${now.y - home.y}px)` : undefined;
  });
  return (
    <svg
      className="canvas-edges canvas-painted"
      style={{ zIndex: layer, transform: shift }}
      aria-hidden="true"
    >
      <MergedPaths of={paths} />
    </svg>
  );
}

/** All items that need no elements of their own, from far away: a path for each paint, and for what is dragged. */
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
  if (!isFar) return null;
  const [root] = moving;
  const isOfNetwork = nodes.find(({ id }) => id === root)?.data.isNetwork;
  return (
    <ViewportPortal>
      <svg className="canvas-edges canvas-painted" style={{ zIndex: layers.painted }} aria-hidden="true">
        <MergedPaths of={still} />
      </svg>
      {root === undefined ? null : (
        <Dragged root={root} paths={dragged} layer={isOfNetwork ? layers.painted : layers.paintedDragged} />
      )}
    </ViewportPortal>
  );
});
