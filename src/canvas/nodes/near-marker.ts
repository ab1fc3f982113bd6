import type { SceneItem } from '#drawing';

/** A finding's marker by its item and its finding. */
export interface MarkerPlace {
  readonly item: string;
  readonly fingerprint: string;
}

/** The marker whose middle is nearest to a point of the drawing, and no further from it than `within`. */
export function markerNear(
  items: Iterable<SceneItem>,
  point: { readonly x: number; readonly y: number },
  within: number,
): MarkerPlace | undefined {
  let nearest: MarkerPlace | undefined;
  let least = within;
  for (const { id, x, y, markers } of items)
    for (const marker of markers) {
      const away = Math.hypot(x + marker.x - point.x, y + marker.y - point.y);
      if (away > least) continue;
      least = away;
      nearest = { item: id, fingerprint: marker.fingerprint };
    }
  return nearest;
}
