import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { SceneEdge } from '#drawing';
import { Shapes } from '#ui';
import { MergedPaths } from '../MergedPaths.tsx';
import { useDetail } from '../nodes/use-level.ts';
import { addedShapes, litLine } from '../preview/added-shapes.ts';
import type { PreviewMark } from '../preview/preview-marks.ts';
import { usePreviewMarks } from '../preview/use-preview-marks.ts';
import { layerOf, layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { mergedEdges } from './merged-edges.ts';

/** One pipe or thread of the drawing. */
const EdgeLine = memo(function EdgeLine({
  edge,
  isLoose,
  tone,
  then,
}: {
  edge: SceneEdge;
  isLoose: boolean;
  /** What the fix that is previewed does to it. */
  tone: PreviewMark['tone'] | undefined;
  /** How it would look then, where that is known. */
  then: PreviewMark['shapes'];
}) {
  const { meaning } = edge;
  const shapes = then ?? edge.shapes;
  const shown = tone === 'added' ? addedShapes(shapes) : tone === 'changed' ? litLine(shapes) : shapes;
  const state = isLoose ? ' is-loose' : tone === 'removed' ? ' is-going' : '';
  return (
    <g className={`canvas-edge${state}`} data-meaning={meaning}>
      <Shapes of={shown} />
    </g>
  );
});

/** What a preview does to a line itself, to what it comes from, or to the way to the internet that it is of. */
function toneOf({ id, from, way }: SceneEdge, marks: LinesProps['marks']): PreviewMark['tone'] | undefined {
  if (way !== undefined) return marks.get(way)?.tone;
  return marks.get(id)?.tone ?? (marks.get(from)?.tone === 'added' ? 'added' : undefined);
}

/** Edges in few elements: from far away nobody tells one from another that looks the same. */
function Merged({ edges }: { edges: readonly SceneEdge[] }) {
  const paths = useMemo(() => mergedEdges(edges), [edges]);
  return <MergedPaths of={paths} />;
}

interface LinesProps {
  readonly edges: readonly SceneEdge[];
  readonly moving: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, PreviewMark>;
}

const isLoose = ({ from, to }: SceneEdge, moving: ReadonlySet<string>): boolean =>
  moving.has(from) || moving.has(to);

const Lines = ({ edges, moving, marks }: LinesProps) =>
  edges.map((edge) => (
    <EdgeLine
      key={edge.id}
      edge={edge}
      isLoose={isLoose(edge, moving)}
      tone={toneOf(edge, marks)}
      then={marks.get(edge.id)?.shapes}
    />
  ));

/** Private links and what comes in, which run over no other: pipes and routes do, and would not look as they lie. */
function Inner({ edges, moving, marks }: LinesProps) {
  const isFar = useDetail() === 'far';
  const still = useMemo(() => edges.filter((edge) => !isLoose(edge, moving)), [edges, moving]);
  const loose = useMemo(() => edges.filter((edge) => isLoose(edge, moving)), [edges, moving]);
  if (!isFar) return <Lines edges={edges} moving={moving} marks={marks} />;
  return (
    <>
      <Merged edges={still} />
      <g className="canvas-edge is-loose">
        <Merged edges={loose} />
      </g>
    </>
  );
}

/**
 * All edges, drawn from the scene's own shapes on two layers of the viewport. React Flow's edges would hang on
 * measured handles that nothing here uses, and would render anew with every step of a drag. Edges of what is `moving`
 * are shown as loose until it is put down.
 */
export const EdgeLayer = memo(function EdgeLayer({ moving }: { moving: ReadonlySet<string> }) {
  const edges = useScene((state) => state.scene.edges);
  const marks = usePreviewMarks();
  const lines = useMemo(() => edges.filter((edge) => layerOf(edge) === layers.edge), [edges]);
  const inner = useMemo(() => edges.filter((edge) => layerOf(edge) === layers.innerEdge), [edges]);
  return (
    <ViewportPortal>
      <svg className="canvas-edges" style={{ zIndex: layers.edge }} aria-hidden="true">
        <Lines edges={lines} moving={moving} marks={marks} />
      </svg>
      <svg className="canvas-edges" style={{ zIndex: layers.innerEdge }} aria-hidden="true">
        <Inner edges={inner} moving={moving} marks={marks} />
      </svg>
    </ViewportPortal>
  );
});
