import type { SceneItem } from '#drawing';
import { signsFrom } from './signs.ts';

/** A finding's marker by its item and its finding. */
export interface MarkerPlace {
  readonly item: string;
  readonly fingerprint: string;
}

/** The marker whose sign, seen from far away, is nearest to a point of the drawing, and no further from it than `within`. */
export function markerNear(
  items: Iterable<SceneItem>,
  point: { readonly x: number; readonly y: number },
  within: number,
): MarkerPlace | undefined {
  let nearest: MarkerPlace | undefined;
  let least = within;
  for (const item of items) {
    if (item.markers.length === 0) continue;
    const { x, y } = signsFrom(item);
    for (const marker of item.markers) {
      const away = Math.hypot(x + marker.x - point.x, y + marker.y - point.y);
      if (away > least) continue;
      least = away;
      nearest = { item: item.id, fingerprint: marker.fingerprint };
    }
  }
  return nearest;
}
