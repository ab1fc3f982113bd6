import { allResources, type Design, findResource, type ResourceId, referencesOf } from '#model';
import { check, type Finding } from '#rules';
import { type Mutation, mutationsOf } from './mutations.ts';
import { harmlessBecause } from './survivors.ts';

const today = '2026-11-23';

/** What came of one mutation. */
export interface Trial {
  readonly mutation: Mutation;
  /** Rules that find it at the changed object, or at one that is joined with it. */
  readonly catchers: readonly string[];
  /** Rules that find it elsewhere only. */
  readonly strays: readonly string[];
  /** Of what nobody catches: why nobody has to, where that was reviewed. */
  readonly reason?: string;
}

const failuresOf = (design: Design): readonly Finding[] =>
  check(design, { today }).findings.filter(({ verdict }) => verdict === 'failed');

const keyOf = ({ rule, at, text }: Finding) => `${rule} ${at.join()} ${text}`;

/** The object and what is joined with it: what it names or lies in, what names it or lies in it, twice over. */
function nearTo(design: Design, id: ResourceId): ReadonlySet<ResourceId> {
  const neighbours = new Map<ResourceId, Set<ResourceId>>();
  const join = (one: ResourceId, other: ResourceId) => {
    neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
    neighbours.set(other, (neighbours.get(other) ?? new Set()).add(one));
  };
  for (const one of allResources(design)) {
    if (one.parent !== undefined && findResource(design, one.parent)?.kind !== 'region')
      join(one.id, one.parent);
    for (const other of referencesOf(one)) join(one.id, other);
  }
  const near = new Set([id]);
  for (let steps = 0; steps < 3; steps += 1)
    for (const one of [...near]) for (const other of neighbours.get(one) ?? []) near.add(other);
  return near;
}

/** Tries mutations of a design, one after the other. */
export function* trialsOf(
  design: Design,
  mutations: Iterable<Mutation> = mutationsOf(design),
): Generator<Trial> {
  const before = new Set(failuresOf(design).map(keyOf));
  for (const mutation of mutations) {
    const found = failuresOf(mutation.design).filter((one) => !before.has(keyOf(one)));
    const near = nearTo(design, mutation.at.id);
    const catchers = found.filter(({ at }) => at.some((id) => near.has(id)));
    const rulesOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ rule }) => rule))].sort();
    const reason = catchers.length > 0 ? undefined : harmlessBecause(design, mutation);
    yield {
      mutation,
      catchers: rulesOf(catchers),
      strays: rulesOf(found.filter((one) => !catchers.includes(one))),
      ...(reason === undefined ? {} : { reason }),
    };
  }
}
