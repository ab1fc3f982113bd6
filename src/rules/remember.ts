import type { Design, Resource } from '#model';

const kept = new WeakMap<readonly Resource[], Map<string, unknown>>();

/**
 * Computes once for each list of resources what many rules ask for. The key names the question; the answer may depend on
 * nothing but the resources.
 */
export function remember<T>({ resources }: Pick<Design, 'resources'>, key: string, compute: () => T): T {
  const answers = kept.get(resources) ?? new Map<string, unknown>();
  kept.set(resources, answers);
  if (!answers.has(key)) answers.set(key, compute());
  return answers.get(key) as T;
}
