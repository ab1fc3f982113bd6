import { type Design, edits, type Resource, type ResourceKind, type ResourceOf } from '#model';
import type { Category } from '#rules';
import type { Blueprint } from '../blueprint.ts';

/** An architecture that is broken on purpose, to learn from. */
export interface Exercise {
  readonly id: string;
  /** What somebody saw, as a headline. */
  readonly title: string;
  readonly category: Category;
  /** What a team would have seen in production, before anybody knew why. */
  readonly story: string;
  /** What it does to the architecture, for those who have found it. */
  readonly cause: string;
  readonly blueprint: Blueprint;
  /** What a check says of it, in its order: rule, and names of the objects. */
  readonly findings: readonly { readonly rule: string; readonly at: readonly string[] }[];
  /** The same document every time, nothing in it placed. */
  build(): Design;
}

type Definition = Omit<Exercise, 'build'> & { readonly damage: (design: Design) => Design };

/** An exercise from a blueprint and what goes wrong with it. */
export const defineExercise = ({ damage, ...exercise }: Definition): Exercise => ({
  ...exercise,
  build: () => edits.renameDesign(damage(exercise.blueprint.build()), `Exercise: ${exercise.title}`),
});

/** The resource of a kind and a name. Throws where there is none: the exercise no longer fits its architecture. */
export function called<K extends ResourceKind>(design: Design, kind: K, name: string): ResourceOf<K> {
  const found = design.resources.find((one) => one.kind === kind && one.name === name);
  if (!found) throw new Error(`No ${kind} ${name} in design “${design.name}”`);
  return found as Resource as ResourceOf<K>;
}

/** Changes properties of the resource of a kind and a name. */
export const change = <K extends ResourceKind>(
  design: Design,
  kind: K,
  name: string,
  changes: (before: ResourceOf<K>) => Parameters<typeof edits.updateResource<K>>[3],
): Design => {
  const before = called(design, kind, name);
  return edits.updateResource(design, before.id, kind, changes(before));
};
