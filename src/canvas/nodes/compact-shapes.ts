import type { SceneItem, Shape } from '#drawing';

/** Everything; no words on nodes; no words and icons at all, but the names of networks. */
export type Detail = 'full' | 'tile' | 'colour';

/** Below this zoom names cannot be read. */
const tileZoom = 0.6;

/** Below this zoom an icon is a speck of some ten pixels, and words are lines of three. */
const colourZoom = 0.3;

export const detailAt = (zoom: number): Detail =>
  zoom < colourZoom ? 'colour' : zoom < tileZoom ? 'tile' : 'full';

/** What is to be seen of an item from far away, where it is not a node: its boxes and lines. */
export const distantShapes = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.filter(({ type }) => type !== 'text' && type !== 'icon');

/** What is to be seen of a marker from far away: its sign, without the ring around it and the number in it. */
export const distantMarker = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.filter(({ type }) => type !== 'text').slice(-1);

/** The tile's side when it stands alone, in the drawing's pixels. */
const compactTile = 36;

/** A node's frame with its tile in the middle, larger, and without words. */
export function compactShapes(
  { shapes, width, height }: Pick<SceneItem, 'shapes' | 'width' | 'height'>,
  detail: Exclude<Detail, 'full'>,
): readonly Shape[] {
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
  const grown = { ...tile, x, y, width: side, height: side };
  if (detail === 'colour') return [frame, { ...grown, fill: icon.paint }];
  return [
    frame,
    grown,
    {
      ...icon,
      x: x + (icon.x - tile.x) * grow,
      y: y + (icon.y - tile.y) * grow,
      size: icon.size * grow,
    },
  ];
}
