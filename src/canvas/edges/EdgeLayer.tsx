import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import type { SceneEdge } from '#drawing';
import { Shapes } from '../Shapes.tsx';
import { layerOf, layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';

/** One pipe or thread of the drawing. */
const EdgeLine = memo(function EdgeLine({ edge, isLoose }: { edge: SceneEdge; isLoose: boolean }) {
  return (
    <g className={isLoose ? 'canvas-edge is-loose' : 'canvas-edge'} data-meaning={edge.meaning}>
      <Shapes of={edge.shapes} />
    </g>
  );
});

/**
 * All edges, drawn from the scene's own shapes on two layers of the viewport. React Flow's edges would hang on
 * measured handles that nothing here uses, and would render anew with every step of a drag. Edges of what is `moving`
 * are shown as loose until it is put down.
 */
export const EdgeLayer = memo(function EdgeLayer({ moving }: { moving: ReadonlySet<string> }) {
  const edges = useScene((state) => state.scene.edges);
  return (
    <ViewportPortal>
      {[layers.edge, layers.privateLink].map((layer) => (
        <svg key={layer} className="canvas-edges" style={{ zIndex: layer }} aria-hidden="true">
          {edges
            .filter((edge) => layerOf(edge) === layer)
            .map((edge) => (
              <EdgeLine key={edge.id} edge={edge} isLoose={moving.has(edge.from) || moving.has(edge.to)} />
            ))}
        </svg>
      ))}
    </ViewportPortal>
  );
});
