import type { Design, Resource } from '#model';

const kept = new WeakMap<readonly Resource[], Map<string, unknown>>();

/**
 * Computes once for each list of resources what many rules ask for. The key names the question; the answer may depend on
 * nothing but the resources.
 */
export function remember<T>({ resources }: Pick<Design, 'resources'>, key: string, compute: () => T): T {
  let answers = kept.get(resources);
  if (!answers) {
    answers = new Map();
    kept.set(resources, answers);
  }
  const known = answers.get(key) as T | undefined;
  if (known !== undefined || answers.has(key)) return known as T;
  const answer = compute();
  answers.set(key, answer);
  return answer;
}
