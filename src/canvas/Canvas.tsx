import { Background, ReactFlow, ReactFlowProvider, useKeyPress } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import './overlays.css';
import { useAppState } from '#ui';
import { DropLayer } from './drop/DropLayer.tsx';
import { DropReason } from './drop/DropReason.tsx';
import { EmptyHint } from './EmptyHint.tsx';
import { EdgeLayer } from './edges/EdgeLayer.tsx';
import { ItemNode } from './nodes/ItemNode.tsx';
import { useReach } from './nodes/use-reach.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useChoice } from './use-choice.ts';
import { useNodeDrag } from './use-node-drag.ts';
import { usePaletteDrop } from './use-palette-drop.ts';
import { Legend } from './viewport/Legend.tsx';
import { useFitUntilMoved } from './viewport/use-fit.ts';
import { useJump } from './viewport/use-jump.ts';
import { useView } from './viewport/use-view.ts';
import { ViewControls } from './viewport/ViewControls.tsx';

const nodeTypes = { item: ItemNode };
const proOptions = { hideAttribution: true };
const ariaLabels = {
  'node.a11yDescription.default': 'Enter selects it, arrow keys lead to its neighbours.',
} as const;

function Surface() {
  const drag = useNodeDrag();
  const palette = usePaletteDrop();
  const choice = useChoice();
  const keys = useCanvasKeys();
  const reach = useReach();
  const isHand = useKeyPress('Space');
  const view = useView();
  const onMoved = useFitUntilMoved(view);
  useJump(view, onMoved);
  const name = useAppState((state) => state.design.name);
  const target = drag.target ?? palette.target;
  return (
    <div className="canvas-surface" style={reach} {...keys}>
      <ReactFlow
        nodes={drag.nodes}
        nodeTypes={nodeTypes}
        onNodesChange={drag.onNodesChange}
        onNodeDrag={drag.onNodeDrag}
        onNodeDragStop={drag.onNodeDragStop}
        onMoveStart={(event) => {
          // Only hands have events; our own fitting has none.
          if (event) onMoved();
        }}
        onNodeDragStart={onMoved}
        {...choice}
        {...palette.handlers}
        minZoom={0.1}
        maxZoom={3}
        panOnScroll
        zoomOnDoubleClick={false}
        nodeDragThreshold={4}
        nodesDraggable={!isHand}
        nodesConnectable={false}
        elementsSelectable={false}
        autoPanOnNodeFocus={false}
        zIndexMode="manual"
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        ariaLabelConfig={ariaLabels}
        proOptions={proOptions}
      >
        <Background gap={20} size={2} />
        <EdgeLayer moving={drag.moving} />
        {target ? <DropLayer target={target} /> : null}
      </ReactFlow>
      {target ? <DropReason target={target} /> : null}
      <h1 className="canvas-title">{name}</h1>
      <EmptyHint />
      <Legend />
      <ViewControls />
    </div>
  );
}

/** The design on screen, drawn and ready for the hand. */
export const Canvas = () => (
  <ReactFlowProvider>
    <Surface />
  </ReactFlowProvider>
);
