import { categoryOf, iconOf, type SceneItem } from '#drawing';
import type { Resource } from '#model';
import { Icon, paint } from '#ui';

/** Side of a node's tile beside the bars that stand for its name. */
const tile = 32;
/** Side of an icon that stands by itself. */
const icon = 42;

/** Containers that are no resource are networks that Microsoft runs. */
const fillOf = (kind: string | undefined) =>
  kind === undefined
    ? paint('machine-learning-fill')
    : kind === 'virtual-network'
      ? paint('network-fill')
      : kind === 'on-premises-network'
        ? paint('on-premises-fill')
        : kind === 'region'
          ? 'none'
          : paint('panel');

const lineOf = (kind: string | undefined) =>
  kind === undefined
    ? 'machine-learning-line'
    : kind === 'virtual-network'
      ? 'network-line'
      : kind === 'on-premises-network'
        ? 'on-premises-line'
        : 'line2';

interface BoxProps {
  readonly item: SceneItem;
  readonly resource: Resource | undefined;
  readonly isAdded: boolean;
  readonly isSketch: boolean;
}

function Words({ item, left }: { item: SceneItem; left: number }) {
  const room = item.x + item.width - left - 12;
  return (
    <>
      <rect x={left} y={item.y + 12} width={room * 0.8} height={8} rx={4} style={{ fill: paint('line2') }} />
      <rect x={left} y={item.y + 27} width={room * 0.5} height={6} rx={3} style={{ fill: paint('press') }} />
    </>
  );
}

function Node({ item, resource, isAdded, isSketch }: BoxProps) {
  const { x, y, width, height } = item;
  // What no resource is, is an endpoint that Azure makes by itself.
  const kind = resource?.kind ?? 'private-endpoint';
  const category = categoryOf(kind);
  const size = isSketch ? Math.min(icon, height - 3) : Math.min(tile, height - 8);
  const left = isSketch ? x + (width - size) / 2 : x + 7;
  const top = isSketch ? y + Math.min(2, (height - size) / 2) : y + 7;
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={10}
        strokeWidth={isAdded ? 4 : 2}
        style={{
          fill: isAdded ? paint('you-tint') : paint('panel'),
          stroke: isAdded ? paint('you') : paint('line2'),
        }}
      />
      {isSketch ? null : <Words item={item} left={left + size + 12} />}
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
        <Icon icon={iconOf(kind)} size={Math.round(size * 0.66)} />
      </g>
    </g>
  );
}

/** A box of a small picture: a container, or a node with its icon. */
export function ThumbnailBox({ item, resource, isAdded, isSketch }: BoxProps) {
  if (item.role === 'node')
    return <Node item={item} resource={resource} isAdded={isAdded} isSketch={isSketch} />;
  const { x, y, width, height } = item;
  const isDashed = resource === undefined || resource.kind === 'region';
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={16}
      strokeWidth={isAdded ? 5 : 3}
      strokeDasharray={isDashed ? '10 10' : undefined}
      style={{
        fill: fillOf(resource?.kind),
        stroke: isAdded ? paint('you') : paint(lineOf(resource?.kind)),
      }}
    />
  );
}
