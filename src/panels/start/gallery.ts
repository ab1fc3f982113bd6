import type { ArchitectureInGallery, ExerciseInGallery } from '#blueprints';
import type { Picture } from '#drawing';
import address from './gallery.json?url&no-inline';

/** What the start screen shows of architectures and exercises; made with the project, not while the page runs. */
export interface Gallery {
  readonly architectures: readonly (ArchitectureInGallery & { readonly picture: Picture })[];
  readonly exercises: readonly ExerciseInGallery[];
}

/** Rejects where the network is away. */
export async function fetchGallery(): Promise<Gallery> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The gallery could not be fetched: ${answer.status}`);
  return answer.json();
}
