import {
  allResources,
  type Design,
  findResource,
  type Resource,
  type ResourceId,
  referencesOf,
} from '#model';
import { deriveNetwork } from '#network';
import { check, type Finding } from '#rules';
import { type Mutation, mutationsOf } from './mutations.ts';
import { harmlessBecause } from './survivors.ts';

const today = '2026-11-23';

/** What came of one mutation. */
export interface Trial {
  readonly mutation: Mutation;
  /** Rules that find it at the changed object, or at one that is joined with it; those that ask for a fact say so. */
  readonly catchers: readonly string[];
  /** Rules that find it elsewhere only. */
  readonly strays: readonly string[];
  /** Of what nobody catches: why nobody has to, where that was reviewed. */
  readonly reason?: string;
}

/** What fails, and what is asked for: neither says that all is well. */
const noticedIn = (design: Design): readonly Finding[] => check(design, { today }).findings;

const nameOf = ({ rule, verdict }: Finding) => (verdict === 'failed' ? rule : `${rule} (cannot tell)`);

const keyOf = ({ rule, at, text }: Finding) => `${rule} ${at.join()} ${text}`;

/** Addresses by which a resource depends on another without naming it: next hops and DNS servers. */
function addressesNamedBy(resource: Resource): readonly string[] {
  switch (resource.kind) {
    case 'route-table':
      return resource.routes.flatMap(({ nextHopIpAddress }) => nextHopIpAddress ?? []);
    case 'virtual-network':
    case 'on-premises-network':
      return resource.dnsServers ?? [];
    case 'dns-server':
      return [
        ...(resource.forwarders ?? []),
        ...(resource.conditionalForwarders ?? []).flatMap(({ targets }) => targets),
      ];
    default:
      return [];
  }
}

/** The object and what is joined with it: what it names or lies in, what names it or lies in it, three times over. */
function nearTo(design: Design, id: ResourceId): ReadonlySet<ResourceId> {
  const network = deriveNetwork(design);
  const named = new Set(allResources(design).flatMap(addressesNamedBy));
  const holders = new Map<string, ResourceId>();
  for (const one of allResources(design))
    for (const address of network.addressesOf(one.id)) if (named.has(address)) holders.set(address, one.id);
  const neighbours = new Map<ResourceId, Set<ResourceId>>();
  const join = (one: ResourceId, other: ResourceId) => {
    neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
    neighbours.set(other, (neighbours.get(other) ?? new Set()).add(one));
  };
  for (const one of allResources(design)) {
    if (one.parent !== undefined && findResource(design, one.parent)?.kind !== 'region')
      join(one.id, one.parent);
    for (const other of referencesOf(one)) join(one.id, other);
    for (const address of addressesNamedBy(one)) {
      const holder = holders.get(address);
      if (holder !== undefined) join(one.id, holder);
    }
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
  const before = new Set(noticedIn(design).map(keyOf));
  for (const mutation of mutations) {
    const found = noticedIn(mutation.design).filter((one) => !before.has(keyOf(one)));
    const near = nearTo(design, mutation.at.id);
    const catchers = found.filter(({ at }) => at.some((id) => near.has(id)));
    const rulesOf = (findings: readonly Finding[]) => [...new Set(findings.map(nameOf))].sort();
    const reason = catchers.length > 0 ? undefined : harmlessBecause(design, mutation);
    yield {
      mutation,
      catchers: rulesOf(catchers),
      strays: rulesOf(found.filter((one) => !catchers.includes(one))),
      ...(reason === undefined ? {} : { reason }),
    };
  }
}
