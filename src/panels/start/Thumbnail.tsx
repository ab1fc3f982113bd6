import { styled } from '@mui/material/styles';
import { memo, useMemo } from 'react';
import { categoryOf, drawScene, iconOf, type Scene, type SceneEdge, type SceneItem } from '#drawing';
import { arrange } from '#layout';
import { type Design, edits, findResource } from '#model';
import { deriveNetwork } from '#network';
import { Icon, paint } from '#ui';

const Drawing = styled('svg')({ display: 'block', width: '100%', height: '100%', overflow: 'hidden' });

const nothingFound = {
  findings: [],
  passed: [],
  summary: { errors: 0, warnings: 0, notes: 0, passed: 0, cannotTell: 0, accepted: 0 },
};

/** Side of a node's tile; names are bars. */
const tile = 32;

const fillOf = (kind: string | undefined) =>
  kind === 'virtual-network'
    ? paint('network-fill')
    : kind === 'on-premises-network'
      ? paint('on-premises-fill')
      : kind === 'region'
        ? 'none'
        : paint('panel');

function Box({ item, design }: { item: SceneItem; design: Design }) {
  const resource = findResource(design, item.resource);
  const { x, y, width, height } = item;
  if (item.role === 'node' && resource) {
    const category = categoryOf(resource.kind);
    const size = Math.min(tile, height - 8);
    const left = x + 7;
    const top = y + 7;
    const words = left + size + 12;
    const room = x + width - words - 12;
    return (
      <g>
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          rx={10}
          strokeWidth={2}
          style={{ fill: paint('panel'), stroke: paint('line2') }}
        />
        <rect x={words} y={top + 5} width={room * 0.8} height={8} rx={4} style={{ fill: paint('line2') }} />
        <rect x={words} y={top + 20} width={room * 0.5} height={6} rx={3} style={{ fill: paint('press') }} />
        <rect
          x={left}
          y={top}
          width={size}
          height={size}
          rx={size / 4}
          style={{ fill: paint(`${category}-tint`) }}
        />
        <g
          transform={`translate(${left + size * 0.17} ${top + size * 0.17})`}
          style={{ color: paint(category) }}
        >
          <Icon icon={iconOf(resource.kind)} size={Math.round(size * 0.66)} />
        </g>
      </g>
    );
  }
  const line =
    resource?.kind === 'virtual-network'
      ? 'network-line'
      : resource?.kind === 'on-premises-network'
        ? 'on-premises-line'
        : 'line2';
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={16}
      strokeWidth={3}
      strokeDasharray={resource?.kind === 'region' ? '10 10' : undefined}
      style={{ fill: fillOf(resource?.kind), stroke: paint(line) }}
    />
  );
}

/** What is in boxes; the cards of words around them are left out. */
const frameOf = ({ items }: Scene) => {
  const drawn = items.filter((item) => item.role === 'container' || item.role === 'node');
  const left = Math.min(...drawn.map((item) => item.x));
  const top = Math.min(...drawn.map((item) => item.y));
  const right = Math.max(...drawn.map((item) => item.x + item.width));
  const bottom = Math.max(...drawn.map((item) => item.y + item.height));
  const margin = 6;
  return {
    x: left - margin,
    y: top - margin,
    width: Math.max(1, right - left + 2 * margin),
    height: Math.max(1, bottom - top + 2 * margin),
  };
};

const edgePaint: Partial<Record<SceneEdge['meaning'], string>> = {
  peering: 'network',
  connection: 'on-premises',
  'private-link': 'network',
  route: 't2',
  'service-endpoint': 'security',
  dns: 'dns',
};

/** A design as a small picture without words. */
export const Thumbnail = memo(function Thumbnail({ design }: { design: Design }) {
  const scene = useMemo(() => {
    const arranged = edits.withLayout(design, arrange(design));
    return drawScene({ design: arranged, network: deriveNetwork(arranged), result: nothingFound });
  }, [design]);
  const { x, y, width, height } = frameOf(scene);
  return (
    <Drawing viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
      {scene.items
        .filter((item) => item.role === 'container')
        .map((item) => (
          <Box key={item.id} item={item} design={design} />
        ))}
      {scene.edges.map((edge) => (
        <polyline
          key={edge.id}
          points={edge.points.map((point) => `${point.x},${point.y}`).join(' ')}
          fill="none"
          strokeWidth={3.5}
          strokeDasharray={edge.meaning === 'route' || edge.meaning === 'dns' ? '12 10' : undefined}
          style={{ stroke: paint(edgePaint[edge.meaning] ?? 'line3') }}
        />
      ))}
      {scene.items
        .filter((item) => item.role === 'node')
        .map((item) => (
          <Box key={item.id} item={item} design={design} />
        ))}
    </Drawing>
  );
});
