import { ViewportPortal } from '@xyflow/react';
import { type MouseEvent, memo, useState } from 'react';
import type { SceneEdge } from '#drawing';
import { findResource, type ResourceId } from '#model';
import { useAppState, useAppStore } from '#ui';
import { layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { edgeHandle } from './edge-handle.ts';

/** What is drawn by a line alone, such as a peering: chosen by its middle, the next of its halves by a second press. */
const EdgeButton = memo(function EdgeButton({
  edge,
  resources,
}: {
  edge: SceneEdge;
  resources: readonly ResourceId[];
}) {
  const store = useAppStore();
  const selection = useAppState((state) => resources.find((id) => state.selected.includes(id)));
  const names = useAppState((state) =>
    resources.map((id) => findResource(state.design, id)?.name ?? '').join(' and '),
  );
  const choose = () => {
    const next = selection === undefined ? 0 : (resources.indexOf(selection) + 1) % resources.length;
    store.getState().select(resources[next]);
  };
  const isSelected = selection !== undefined;
  const [isPointed, setPointed] = useState(false);
  const openMenu = (event: MouseEvent) => {
    event.preventDefault();
    if (!isSelected) choose();
    store.getState().setView({ menu: { at: { x: event.clientX, y: event.clientY } } });
  };
  const { left, top, width, height } = edgeHandle(edge.points);
  const line = edge.points.map(({ x, y }) => `${x},${y}`).join(' ');
  return (
    <>
      {isSelected || isPointed ? (
        <svg
          className="canvas-edges"
          data-is-chosen={isSelected}
          style={{ zIndex: layers.edge }}
          aria-hidden="true"
        >
          <polyline className="canvas-edge-chosen" points={line} />
          <polyline className="canvas-edge-chosen" points={line} />
        </svg>
      ) : null}
      <button
        type="button"
        className={isSelected ? 'canvas-edge-button nopan is-selected' : 'canvas-edge-button nopan'}
        style={{ left, top, width, height, zIndex: layers.edge }}
        aria-pressed={isSelected}
        aria-label={`${edge.label}: ${names}`}
        onPointerEnter={() => setPointed(true)}
        onPointerLeave={() => setPointed(false)}
        onClick={choose}
        onContextMenu={openMenu}
      />
    </>
  );
});

/** The lines that stand for resources of their own, within reach of pointer and keyboard. */
export const EdgeButtons = memo(function EdgeButtons() {
  const edges = useScene((state) => state.scene.edges);
  return (
    <ViewportPortal>
      {edges.map((edge) =>
        edge.resources ? <EdgeButton key={edge.id} edge={edge} resources={edge.resources} /> : null,
      )}
    </ViewportPortal>
  );
});
