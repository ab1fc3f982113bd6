import { fitted, type SceneItem, type Shape, type TextStyle } from '#drawing';

/** Everything; of words large names alone; no words and icons at all, but the names of networks. */
export type Detail = 'full' | 'names' | 'colour';

/** Below this zoom the words of the drawing cannot be read. */
const namesZoom = 0.55;

/** Below this zoom an icon is a speck of some ten pixels, and words are lines of three. */
const colourZoom = 0.3;

export const detailAt = (zoom: number): Detail =>
  zoom < colourZoom ? 'colour' : zoom < namesZoom ? 'names' : 'full';

const names: ReadonlySet<TextStyle> = new Set(['container-name', 'subnet-name', 'resource-name']);
const alongNames: ReadonlySet<TextStyle> = new Set(['fact', 'address', 'small-address']);

/** Beside a name, where what stood there has given way. */
const besideName = 6;

/** What is to be seen of an item where only large words can be read: its name in the place of all that stood beside it. */
export const namedShapes = ({
  shapes,
  width,
  role,
}: Pick<SceneItem, 'shapes' | 'width' | 'role'>): readonly Shape[] =>
  shapes.flatMap((shape): readonly Shape[] => {
    if (shape.type !== 'text') return [shape];
    const { x, y, style, fill, anchor, text, full = text } = shape;
    if (alongNames.has(style)) return [];
    if (!names.has(style) || anchor) return [shape];
    const baseline = role === 'container' ? y + 1.5 : y + 8.5;
    return [fitted(full, x, baseline, 'distant-name', fill, width - x - besideName)];
  });

/** What is to be seen of an item from far away, where it is not a node: its boxes and lines. */
export const distantShapes = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.filter(({ type }) => type !== 'text' && type !== 'icon');

/** What is to be seen of a marker from far away: its sign, without the ring around it and the number in it. */
export const distantMarker = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.filter(({ type }) => type !== 'text').slice(-1);

/** The tile's side when it stands alone, in the drawing's pixels. */
const compactTile = 36;

/** A node's frame with its tile in the middle, larger, in the colour of what is on it. */
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
  const x = (width - side) / 2;
  const y = Math.max(3, tile.y + (tile.height - side) / 2);
  return [frame, { ...tile, x, y, width: side, height: side, fill: icon.paint }];
}
