import { useStore, ViewportPortal } from '@xyflow/react';
import { memo, type ReactNode, useMemo } from 'react';
import { FarNames, NearMarker } from '../editing/cards.ts';
import { MergedPaths } from '../MergedPaths.tsx';
import { type ItemNodeType, layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { PaintedSigns } from './PaintedSigns.tsx';
import { paintedPaths } from './painted.ts';
import { signsAt } from './signs.ts';
import { useDetail, useLevel } from './use-level.ts';

interface LayerProps {
  /** What it shows. */
  of: 'painted' | 'signs' | 'names';
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

interface PaintedProps {
  nodes: readonly ItemNodeType[];
  /** What is dragged, first what a hand has taken hold of. */
  moving: ReadonlySet<string>;
}

/** Below this size on the screen the icons of nodes are specks, in pixels of the drawing to one of the screen. */
const leastIcons = 7;

/**
 * All items that need no elements of their own, from far away: a path for each paint, and for what is dragged. Over them
 * the signs of findings, whose markers would need a picture each.
 */
function Painted({ nodes, moving }: PaintedProps) {
  const { unit } = useLevel();
  const items = useScene((state) => state.scene.items);
  const itemOf = useScene((state) => state.itemOf);
  const hasIcons = unit < leastIcons;
  const [still, dragged] = useMemo(
    () =>
      [false, true].map((isMoving) =>
        isMoving && moving.size === 0
          ? []
          : paintedPaths(nodes, itemOf, (id) => moving.has(id) === isMoving, hasIcons),
      ),
    [nodes, itemOf, moving, hasIcons],
  );
  const signs = useMemo(() => signsAt(items, unit), [items, unit]);
  const [stillSigns, draggedSigns] = useMemo(
    () => [false, true].map((isMoving) => signs.filter(({ item }) => moving.has(item.id) === isMoving)),
    [signs, moving],
  );
  const [root] = moving;
  return (
    <>
      <Layer of="painted" zIndex={layers.painted}>
        <MergedPaths of={still ?? []} />
      </Layer>
      <Layer of="signs" zIndex={layers.content}>
        <PaintedSigns of={stillSigns ?? []} />
      </Layer>
      <NearMarker of={signs} />
      {root === undefined ? null : (
        <>
          <DraggedLayer of="painted" root={root} zIndex={layers.paintedDragged}>
            <MergedPaths of={dragged ?? []} />
          </DraggedLayer>
          <DraggedLayer of="signs" root={root} zIndex={layers.dragged}>
            <PaintedSigns of={draggedSigns ?? []} />
          </DraggedLayer>
        </>
      )}
    </>
  );
}

/** The names of what lines cross, over these. */
function Names({ moving }: Pick<PaintedProps, 'moving'>) {
  const [root] = moving;
  return (
    <>
      <Layer of="names" zIndex={layers.content}>
        <FarNames moving={moving} isMoving={false} />
      </Layer>
      {root === undefined ? null : (
        <DraggedLayer of="names" root={root} zIndex={layers.dragged}>
          <FarNames moving={moving} isMoving />
        </DraggedLayer>
      )}
    </>
  );
}

/** What is seen of a drawing that is small on the screen, beside the elements of its items. */
export const PaintedLayer = memo(function PaintedLayer({ nodes, moving }: PaintedProps) {
  const detail = useDetail();
  if (detail === 'full') return null;
  return (
    <ViewportPortal>
      <Names moving={moving} />
      {/* Signs lie over names. */}
      {detail === 'far' ? <Painted nodes={nodes} moving={moving} /> : null}
    </ViewportPortal>
  );
});
