import { Background, type OnMove, ReactFlow, ReactFlowProvider, useKeyPress, useStore } from '@xyflow/react';
import { useCallback, useState } from 'react';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import './overlays.css';
import './editing.css';
import type { SceneItem } from '#drawing';
import { useAppState } from '#ui';
import { GuideLayer } from './drag/GuideLayer.tsx';
import { useNodeDrag } from './drag/use-node-drag.ts';
import { DropLayer } from './drop/DropLayer.tsx';
import { DropReason } from './drop/DropReason.tsx';
import { EmptyHint } from './EmptyHint.tsx';
import { EdgeButtons } from './edges/EdgeButtons.tsx';
import { EdgeLayer } from './edges/EdgeLayer.tsx';
import { ConnectHandle } from './editing/ConnectHandle.tsx';
import { NoteField } from './editing/NoteField.tsx';
import { RenameField } from './editing/RenameField.tsx';
import { ResizeHandles } from './editing/ResizeHandles.tsx';
import { ToolBar } from './editing/ToolBar.tsx';
import { Marquee } from './Marquee.tsx';
import { detailAt } from './nodes/compact-shapes.ts';
import { ItemNode } from './nodes/ItemNode.tsx';
import { DetailContext } from './nodes/use-detail.ts';
import { useReach } from './nodes/use-reach.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useChoice } from './use-choice.ts';
import { usePaletteDrop } from './use-palette-drop.ts';
import { useScene } from './use-scene.ts';
import {
  fittingViewport,
  inspectorWidth,
  sceneFrameOf,
  type Viewport,
  type Window,
} from './viewport/fitting.ts';
import { Legend } from './viewport/Legend.tsx';
import { useFitUntilMoved } from './viewport/use-fit.ts';
import { useJump } from './viewport/use-jump.ts';
import { useMoving } from './viewport/use-moving.ts';
import { useView } from './viewport/use-view.ts';
import { ViewControls } from './viewport/ViewControls.tsx';

const nodeTypes = { item: ItemNode };
const proOptions = { hideAttribution: true };
const ariaLabels = {
  'node.a11yDescription.default':
    'Enter selects it, with Shift as one of several. Arrow keys lead to its neighbours, or move it while it is selected.',
} as const;

/** With the select tool, the middle button pans; the left one draws a frame. */
const middleButton = [1];

/** Nothing is drawn before the view is known: everything would be drawn twice, the first time in a view of chance. */
const viewFor = (items: readonly SceneItem[], window: Window): Viewport =>
  fittingViewport(sceneFrameOf(items), window, true, inspectorWidth) ?? { x: 0, y: 0, zoom: 1 };

function Surface({ window }: { window: Window }) {
  const items = useScene((state) => state.scene.items);
  const [viewport] = useState(() => viewFor(items, window));
  const drag = useNodeDrag();
  const palette = usePaletteDrop();
  const choice = useChoice();
  const keys = useCanvasKeys();
  const reach = useReach();
  const isHandTool = useAppState((state) => state.isHand);
  const isHand = useKeyPress('Space') || isHandTool;
  const view = useView();
  const onMoved = useFitUntilMoved(view);
  useJump(view);
  useMoving();
  const detail = useStore((state) => detailAt(state.panZoom ? state.transform[2] : viewport.zoom));
  const onMoveStart: OnMove = useCallback(
    (event) => {
      // Only hands have events; our own fitting has none.
      if (event) onMoved();
    },
    [onMoved],
  );
  const target = drag.target ?? palette.target;
  return (
    <div className="canvas-surface" style={reach} data-is-hand={isHand} {...keys}>
      <DetailContext value={detail}>
        <ReactFlow
          nodes={drag.nodes}
          nodeTypes={nodeTypes}
          onNodesChange={drag.onNodesChange}
          onNodeDrag={drag.onNodeDrag}
          onNodeDragStop={drag.onNodeDragStop}
          onMoveStart={onMoveStart}
          onNodeDragStart={onMoved}
          {...choice}
          {...palette.handlers}
          defaultViewport={viewport}
          minZoom={0.1}
          maxZoom={3}
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
          proOptions={proOptions}
        >
          <Background gap={20} size={2} />
          <EdgeLayer moving={drag.moving} />
          <EdgeButtons />
          {target ? <DropLayer target={target} /> : null}
          <GuideLayer guides={drag.guides} />
          {drag.isDragging ? null : <ResizeHandles onStart={onMoved} />}
          {drag.isDragging ? null : <ConnectHandle />}
          <RenameField />
          <NoteField />
        </ReactFlow>
      </DetailContext>
      <Marquee isOff={isHand} />
      {target ? <DropReason target={target} /> : null}
      <EmptyHint />
      <Legend />
      <ViewControls />
      <ToolBar />
    </div>
  );
}

/** The design on screen, drawn and ready for the hand. */
export function Canvas() {
  const [window, setWindow] = useState<Window | undefined>();
  const measure = useCallback((element: HTMLElement | null) => {
    if (element) setWindow({ width: element.clientWidth, height: element.clientHeight });
  }, []);
  const isDrawn = useScene((state) => state.isDrawn);
  const name = useAppState((state) => state.design.name);
  return (
    <div className="canvas-ground" ref={measure}>
      <h1 className="canvas-title">{name}</h1>
      {window && isDrawn ? (
        <ReactFlowProvider>
          <Surface window={window} />
        </ReactFlowProvider>
      ) : null}
    </div>
  );
}
