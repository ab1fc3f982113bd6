import type { SceneItem, Shape } from './scene.ts';

/** Around the tile of a node, which is as high as the node. */
const aroundTile = 3;
/** A high node has it at its top. */
const head = 46;
/** Of the tile's side. */
const iconShare = 0.9;
/** Of the state of a chip, which is all that is seen of it. */
const markSize = 22;

/** A node's frame with its tile, as large as there is room, in the colour of its icon, and the icon cut out of it. */
function ofNode({ shapes, height }: Pick<SceneItem, 'shapes' | 'height'>): readonly Shape[] {
  const [frame, ...rest] = shapes;
  const icon = rest.find((shape) => shape.type === 'icon');
  if (frame?.type !== 'rect' || icon?.type !== 'icon') return shapes.filter(({ type }) => type !== 'text');
  const side = Math.min(height, head) - 2 * aroundTile;
  const size = side * iconShare;
  const at = aroundTile + (side - size) / 2;
  const place = { x: aroundTile, y: aroundTile, width: side, height: side };
  return [
    frame,
    { type: 'rect', ...place, radius: 7, fill: icon.paint },
    { ...icon, x: at, y: at, size, paint: 'on-solid' },
  ];
}

/** What is to be seen of an item from far away: of nodes their icons, of chips their states, of the rest its boxes. */
export function farShapes(item: Pick<SceneItem, 'shapes' | 'height' | 'role'>): readonly Shape[] {
  const { role, shapes } = item;
  const isBadge = shapes.some((shape) => shape.type === 'text' && shape.style === 'badge');
  if (role === 'node' || (role === 'ghost' && !isBadge)) return ofNode(item);
  if (role === 'badge') return [];
  return shapes.flatMap((shape): readonly Shape[] => {
    if (shape.type === 'text') return [];
    if (shape.type !== 'icon') return [shape];
    const from = (shape.size - markSize) / 2;
    return role === 'chip' ? [{ ...shape, x: shape.x + from, y: shape.y + from, size: markSize }] : [];
  });
}
