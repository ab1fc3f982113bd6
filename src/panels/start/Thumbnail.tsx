import { styled } from '@mui/material/styles';
import { memo, useMemo } from 'react';
import { arrangedBoxes, drawScene, type Scene, type SceneEdge, type Token } from '#drawing';
import { type Design, edits, findResource, type ResourceId } from '#model';
import { deriveNetwork } from '#network';
import { Icon, paint } from '#ui';
import { ThumbnailBox } from './ThumbnailBox.tsx';

const Drawing = styled('svg')({ display: 'block', width: '100%', height: '100%', overflow: 'hidden' });

const nothingFound = {
  findings: [],
  passed: [],
  summary: { errors: 0, warnings: 0, notes: 0, passed: 0, cannotTell: 0, accepted: 0 },
};

const edgePaint: Partial<Record<SceneEdge['meaning'], Token>> = {
  peering: 'network',
  connection: 'on-premises',
  'private-link': 'network',
  route: 't2',
  outbound: 't2',
  'service-endpoint': 'security',
  dns: 'dns',
};

/** Side of the globe at the end of what leaves for the internet. */
const globe = 40;

const leavesForInternet = ({ meaning }: SceneEdge): boolean =>
  meaning === 'outbound' || meaning === 'service-endpoint';

/** Of a card's picture: width by height. */
const cardShape = 1.25;

/** Boxes of a drawing are wide because of the words in them: a sketch is narrowed to the shape of a card. */
function narrowed(scene: Scene): Scene {
  const { right, left, bottom, top } = extentOf(partsOf(scene));
  const by = Math.min(1, Math.max(0.5, (cardShape * (bottom - top)) / Math.max(1, right - left)));
  return {
    ...scene,
    items: scene.items.map((item) => ({ ...item, x: item.x * by, width: item.width * by })),
    edges: scene.edges.map((edge) => ({
      ...edge,
      points: edge.points.map(({ x, y }) => ({ x: x * by, y })),
    })),
  };
}

/** Items and edges of a small picture: cards of words are left out, and what leads to them but for the way out. */
function partsOf({ items, edges }: Scene) {
  const drawn = items.filter(({ role }) => role === 'container' || role === 'node');
  const ids = new Set(drawn.map(({ id }) => id));
  return {
    containers: drawn.filter(({ role }) => role === 'container'),
    nodes: drawn.filter(({ role }) => role === 'node'),
    edges: edges.filter((edge) => leavesForInternet(edge) || (ids.has(edge.from) && ids.has(edge.to))),
  };
}

function extentOf({ containers, nodes, edges }: ReturnType<typeof partsOf>) {
  const boxes = [...containers, ...nodes];
  const ends = edges.flatMap(({ points }) => points);
  const globes = edges.some(leavesForInternet) ? globe : 0;
  return {
    left: Math.min(...boxes.map(({ x }) => x)),
    top: Math.min(...boxes.map(({ y }) => y), ...ends.map(({ y }) => y - globes)),
    right: Math.max(...boxes.map(({ x, width }) => x + width)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
  };
}

/** Around everything that is drawn. */
function frameOf(parts: ReturnType<typeof partsOf>) {
  const { left, top, right, bottom } = extentOf(parts);
  const margin = 6;
  return [
    left - margin,
    top - margin,
    Math.max(1, right - left + 2 * margin),
    Math.max(1, bottom - top + 2 * margin),
  ].join(' ');
}

function Globe({ edge }: { edge: SceneEdge }) {
  const end = edge.points.at(-1);
  if (!end) return null;
  return (
    <g transform={`translate(${end.x - globe / 2} ${end.y - globe})`}>
      <rect
        width={globe}
        height={globe}
        rx={10}
        strokeWidth={2}
        style={{ fill: paint('panel'), stroke: paint('line2') }}
      />
      <g
        transform={`translate(${globe * 0.2} ${globe * 0.2})`}
        style={{ color: paint(edge.meaning === 'outbound' ? 'neutral' : 'storage') }}
      >
        <Icon icon={edge.meaning === 'outbound' ? 'internet' : 'storage-account'} size={globe * 0.6} />
      </g>
    </g>
  );
}

/** A design as a small picture without words. */
export const Thumbnail = memo(function Thumbnail({
  design,
  added,
  isSketch = false,
}: {
  design: Design;
  /** Drawn as new. */
  added?: ReadonlySet<ResourceId>;
  /** Icons alone, larger: for pictures of the size of a card. */
  isSketch?: boolean;
}) {
  const parts = useMemo(() => {
    const arranged = edits.withLayout(design, arrangedBoxes(design));
    const scene = drawScene({ design: arranged, network: deriveNetwork(arranged), result: nothingFound });
    return partsOf(isSketch ? narrowed(scene) : scene);
  }, [design, isSketch]);
  const box = (item: (typeof parts.nodes)[number]) => (
    <ThumbnailBox
      key={item.id}
      item={item}
      resource={findResource(design, item.resource)}
      isAdded={item.resource !== undefined && (added?.has(item.resource) ?? false)}
      isSketch={isSketch}
    />
  );
  return (
    <Drawing viewBox={frameOf(parts)} aria-hidden="true">
      {parts.containers.map(box)}
      {parts.edges.map((edge) => (
        <polyline
          key={edge.id}
          points={edge.points.map(({ x, y }) => `${x},${y}`).join(' ')}
          fill="none"
          strokeWidth={isSketch ? 4.5 : 3}
          strokeDasharray={edge.meaning === 'route' || edge.meaning === 'dns' ? '12 10' : undefined}
          style={{ stroke: paint(edgePaint[edge.meaning] ?? 'line3') }}
        />
      ))}
      {parts.edges.filter(leavesForInternet).map((edge) => (
        <Globe key={edge.id} edge={edge} />
      ))}
      {parts.nodes.map(box)}
    </Drawing>
  );
});
