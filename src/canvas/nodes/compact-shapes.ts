import type { SceneItem, Shape } from '#drawing';

/** Below this zoom names cannot be read, and nodes show their tile alone. */
export const compactZoom = 0.6;

/** The tile's side when it stands alone, in the drawing's pixels. */
const compactTile = 36;

/** A node's frame with its tile in the middle, larger, and without words. */
export function compactShapes({
  shapes,
  width,
  height,
}: Pick<SceneItem, 'shapes' | 'width' | 'height'>): readonly Shape[] {
  const [frame, ...rest] = shapes;
  const icon = rest.find((shape) => shape.type === 'icon');
  const tile = rest.find(
    (shape) =>
      shape.type === 'rect' && shape.width === shape.height && icon !== undefined && shape.x <= icon.x,
  );
  if (frame === undefined || icon?.type !== 'icon' || tile?.type !== 'rect') return shapes;
  const side = Math.min(compactTile, height - 6);
  const grow = side / tile.width;
  const x = (width - side) / 2;
  const y = Math.max(3, tile.y + (tile.height - side) / 2);
  return [
    frame,
    { ...tile, x, y, width: side, height: side },
    {
      ...icon,
      x: x + (icon.x - tile.x) * grow,
      y: y + (icon.y - tile.y) * grow,
      size: icon.size * grow,
    },
  ];
}
