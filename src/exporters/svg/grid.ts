import type { Scene } from '#drawing';

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

/** `A` … `Z`, `AA` …; */
export const letterOf = (row: number): string =>
  row < 26 ? String.fromCharCode(65 + row) : `${letterOf(Math.floor(row / 26) - 1)}${letterOf(row % 26)}`;

const placeOf = (grid: Grid, x: number, y: number): string => {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor(value)));
  const row = clamp((y - grid.y) / grid.cellHeight, grid.rows);
  const column = clamp((x - grid.x) / grid.cellWidth, grid.columns);
  return `${letterOf(row)}${column + 1}`;
};

/** Where each finding's markers stand, by fingerprint: the places in reading order, each once. */
export function placesOf(
  scene: Scene,
  grid: Grid,
  offset: { readonly x: number; readonly y: number },
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const item of scene.items)
    for (const fingerprint of item.findings) {
      const places = found.get(fingerprint) ?? new Set<string>();
      const x = item.x + (item.role === 'container' ? item.width - 3 : item.width / 2);
      const y = item.y + (item.role === 'container' ? 2 : item.height / 2);
      places.add(placeOf(grid, x + offset.x, y + offset.y));
      found.set(fingerprint, places);
    }
  return new Map([...found].map(([fingerprint, places]) => [fingerprint, [...places].sort()]));
}
