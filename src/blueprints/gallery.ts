import { resourcesOfKind } from '#model';
import type { Blueprint } from './blueprint.ts';
import { blueprints } from './blueprints.ts';
import type { Exercise } from './exercises/exercise.ts';
import { exercises } from './exercises/exercises.ts';
import { takesOf } from './takes.ts';

/** A reference architecture in a few words. */
export interface ArchitectureInGallery extends Pick<Blueprint, 'id' | 'title' | 'summary' | 'recommended'> {
  readonly networks: number;
  readonly endpoints: number;
  readonly hasFirewall: boolean;
}

/** An exercise as it is announced: nothing in it tells the fault. */
export interface ExerciseInGallery extends Pick<Exercise, 'id' | 'title' | 'story' | 'category'> {
  /** Title of the architecture that is broken. */
  readonly architecture: string;
}

function inGallery({ id, title, summary, recommended, build }: Blueprint): ArchitectureInGallery {
  const design = build();
  const takes = takesOf(design);
  const count = (take: string) => takes.find((one) => one.id === take)?.count ?? 0;
  return {
    id,
    title,
    summary,
    ...(recommended === undefined ? {} : { recommended }),
    networks: count('networks'),
    endpoints: count('endpoints'),
    hasFirewall: resourcesOfKind(design, 'azure-firewall').length > 0,
  };
}

/** What can be opened without a file, in a few words each: all that is shown of it before one is chosen. */
export const gallery = (): {
  readonly architectures: readonly ArchitectureInGallery[];
  readonly exercises: readonly ExerciseInGallery[];
} => ({
  architectures: blueprints.map(inGallery),
  exercises: exercises.map(({ id, title, story, category, blueprint }) => ({
    id,
    title,
    story,
    category,
    architecture: blueprint.title,
  })),
});
