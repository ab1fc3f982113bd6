import { type OnMove, ReactFlow } from '@xyflow/react';
import { memo, useCallback } from 'react';
import { useAppState } from '#ui';
import { OldPlaces } from './drag/OldPlaces.tsx';
import { useNodeDrag } from './drag/use-node-drag.ts';
import type { DropTarget } from './drop/target.ts';
import { EdgeButtons } from './edges/EdgeButtons.tsx';
import { EdgeLayer } from './edges/EdgeLayer.tsx';
import {
  ConnectHandle,
  DropLayer,
  GuideLayer,
  NoteField,
  PointedOut,
  PreviewWords,
  RefusedBefore,
  RenameField,
  ResizeHandles,
  Tip,
} from './editing/cards.ts';
import { ItemNode } from './nodes/ItemNode.tsx';
import { PaintedLayer } from './nodes/PaintedLayer.tsx';
import type { useChoice } from './use-choice.ts';
import type { usePaletteDrop } from './use-palette-drop.ts';
import { largestZoom, smallestZoom, type Viewport } from './viewport/fitting.ts';
import { Ground } from './viewport/Ground.tsx';

const nodeTypes = { item: ItemNode };
const proOptions = { hideAttribution: true };
const nodeDescription =
  'Enter selects it, with Shift as one of several. Arrow keys lead to its neighbours, or move it while it is selected.';

const ariaLabels = {
  'node.a11yDescription.default': nodeDescription,
  'node.a11yDescription.keyboardDisabled': nodeDescription,
  // What a command did is announced with its name.
  'node.a11yDescription.ariaLiveMessage': () => '',
  'edge.a11yDescription.default': 'Enter selects it.',
} as const;

/** With the select tool, the middle button pans; the left one draws a frame. */
const middleButton = [1];

/** Fields and handles, which no step of a drag changes. */
const Tools = memo(function Tools({ isDragging, onMoved }: { isDragging: boolean; onMoved: () => void }) {
  const isRenaming = useAppState((state) => state.renaming !== undefined);
  return (
    <>
      {isDragging || isRenaming ? null : (
        <>
          <ResizeHandles onStart={onMoved} />
          <ConnectHandle />
        </>
      )}
      <RenameField />
      <NoteField />
      <RefusedBefore />
    </>
  );
});

interface FlowProps {
  /** The first; afterwards it is React Flow's own. */
  viewport: Viewport;
  isHand: boolean;
  choice: ReturnType<typeof useChoice>;
  handlers: ReturnType<typeof usePaletteDrop>['handlers'];
  /** Called where a hand moves the view or something in it. */
  onMoved: () => void;
  /** Called where the view has come to rest. */
  onRested: (viewport: Viewport) => void;
}

type Dragging = Omit<ReturnType<typeof useNodeDrag>, 'target' | 'guides'>;

/** The nodes and edges, which a drag renders anew where it begins and ends. */
const Board = memo(function Board({
  viewport,
  isHand,
  choice,
  handlers,
  onMoved,
  onRested,
  nodes,
  moving,
  isDragging,
  onNodesChange,
  onNodeDrag,
  onNodeDragStop,
}: FlowProps & Dragging) {
  const onMoveStart: OnMove = useCallback(
    (event) => {
      // Only hands have events; our own fitting has none.
      if (event) onMoved();
    },
    [onMoved],
  );
  const onMoveEnd: OnMove = useCallback((_, viewport) => onRested(viewport), [onRested]);
  return (
    <ReactFlow
      nodes={nodes}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      onNodeDrag={onNodeDrag}
      onNodeDragStop={onNodeDragStop}
      onMoveStart={onMoveStart}
      onMoveEnd={onMoveEnd}
      onNodeDragStart={onMoved}
      {...choice}
      {...handlers}
      defaultViewport={viewport}
      minZoom={smallestZoom}
      maxZoom={largestZoom}
      panOnScroll
      zoomOnDoubleClick={false}
      nodeDragThreshold={4}
      nodesDraggable={!isHand}
      panOnDrag={isHand ? true : middleButton}
      nodesConnectable={false}
      elementsSelectable={false}
      autoPanOnNodeFocus={false}
      zIndexMode="manual"
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      ariaLabelConfig={ariaLabels}
      aria-label="Drawing of the design"
      proOptions={proOptions}
    >
      <Ground />
      <EdgeLayer moving={moving} />
      <PaintedLayer nodes={nodes} moving={moving} />
      <EdgeButtons />
      <OldPlaces moving={moving} />
      <PointedOut />
      <PreviewWords />
      <Tip />
      <Tools isDragging={isDragging} onMoved={onMoved} />
    </ReactFlow>
  );
});

/** The drawing and what is dragged over it. */
export const Flow = memo(function Flow({
  dropping,
  ...props
}: FlowProps & {
  /** What is dragged in from the palette. */
  dropping: DropTarget | undefined;
}) {
  const { target: dragged, guides, ...dragging } = useNodeDrag();
  const target = dragged ?? dropping;
  return (
    <>
      <Board {...props} {...dragging} />
      {target ? <DropLayer target={target} moving={dragging.moving} /> : null}
      {guides.length > 0 ? <GuideLayer guides={guides} /> : null}
    </>
  );
});
