import type { Point, Scene, SceneItem, Shape } from '#drawing';
import { line } from './sheet-text.ts';

/** The sheet's grid of letters and numbers over the drawing, so that a place can be said: `B5`. */
export interface Grid {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly rows: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

export function gridOver(x: number, y: number, width: number, height: number): Grid {
  const columns = Math.max(4, Math.round(width / 150));
  const rows = Math.max(3, Math.round(height / 150));
  return { x, y, columns, rows, cellWidth: width / columns, cellHeight: height / rows };
}

/** `A` … `Z`, `AA` … */
export const letterOf = (row: number): string =>
  row < 26 ? String.fromCharCode(65 + row) : `${letterOf(Math.floor(row / 26) - 1)}${letterOf(row % 26)}`;

const placeOf = (grid: Grid, x: number, y: number): string => {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor(value)));
  const row = clamp((y - grid.y) / grid.cellHeight, grid.rows);
  const column = clamp((x - grid.x) / grid.cellWidth, grid.columns);
  return `${letterOf(row)}${column + 1}`;
};

/** `C9` before `C10`. */
const byPlace = new Intl.Collator('en', { numeric: true });

/** Where a scene lies on a sheet. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Where a finding's number is read on its item, in the coordinates of the item: one that is only counted, in the count. */
function signOf({ markers, width, height }: SceneItem, fingerprint: string): Point {
  const own = markers.find((marker) => marker.fingerprint === fingerprint);
  return own ?? markers[0] ?? { x: width / 2, y: height / 2 };
}

/**
 * Where each finding's markers stand, by fingerprint: the places in reading order, each once. Without a grid, as many
 * places as there are markers.
 */
export function placesOf(
  scene: Scene,
  grid?: Grid,
  placement: Placement = { x: 0, y: 0, zoom: 1 },
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const item of scene.items)
    for (const fingerprint of item.findings) {
      const places = found.get(fingerprint) ?? new Set<string>();
      const sign = signOf(item, fingerprint);
      const x = (item.x + sign.x - scene.x) * placement.zoom + placement.x;
      const y = (item.y + sign.y - scene.y) * placement.zoom + placement.y;
      places.add(grid ? placeOf(grid, x, y) : item.id);
      found.set(fingerprint, places);
    }
  return new Map([...found].map(([fingerprint, places]) => [fingerprint, [...places].sort(byPlace.compare)]));
}

/** Numbers along the top, letters down the left side, with ticks between. */
export function gridShapes(grid: Grid): readonly Shape[] {
  const shapes: Shape[] = [];
  for (let column = 0; column < grid.columns; column += 1) {
    const x = grid.x + column * grid.cellWidth;
    shapes.push(line(x + grid.cellWidth / 2, grid.y - 8, `${column + 1}`, 'small-address', 't2', 'middle'));
    if (column > 0)
      shapes.push({ type: 'path', d: `M${x} ${grid.y - 8}V${grid.y}`, stroke: 'line3', strokeWidth: 1 });
  }
  for (let row = 0; row < grid.rows; row += 1) {
    const y = grid.y + row * grid.cellHeight;
    shapes.push(
      line(grid.x - 14, y + grid.cellHeight / 2 + 3.5, letterOf(row), 'small-address', 't2', 'middle'),
    );
    if (row > 0)
      shapes.push({ type: 'path', d: `M${grid.x - 8} ${y}H${grid.x}`, stroke: 'line3', strokeWidth: 1 });
  }
  return shapes;
}
