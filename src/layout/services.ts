import { type Design, findOfKind, kinds, type ResourceId, type ResourceKind, resourcesOfKind } from '#model';
import type { Drawn, Thing } from './drawn.ts';

/** From top to bottom beside the networks. */
const kindOrder: readonly ResourceKind[] = [
  'managed-online-endpoint',
  'batch-endpoint',
  'kubernetes-online-endpoint',
  'workspace',
  'registry',
  'storage-account',
  // Beside storage: deployments have endpoints of these two, and their box is short where they are neighbours.
  'container-registry',
  'key-vault',
  'ai-services',
  'ai-search',
  'sql-server',
  'cosmos-db',
  'event-hubs',
  'data-factory',
  'private-link-service',
  'azure-monitor-private-link-scope',
  'application-insights',
  'log-analytics',
];

const groupOrder = ['amlworkspace', 'blob', 'file', 'dfs', 'queue', 'table', 'web'];

/** Whether a thing stands in the column of services, reached over private links. */
export const isService = (thing: Thing): boolean => {
  const { group } = kinds[thing.kind];
  return (
    group === 'Services' ||
    group === 'Machine learning' ||
    thing.kind === 'azure-monitor-private-link-scope' ||
    thing.kind === 'dns-forwarding-ruleset'
  );
};

/** Rank of a service among those of one workspace. */
const kindRank = (kind: ResourceKind): number => {
  const at = kindOrder.indexOf(kind);
  return at < 0 ? kindOrder.length : at;
};

/** Whether a service is an endpoint that scores: these stand above what they belong to. */
export const isScoring = ({ kind }: Thing): boolean => kindRank(kind) < 3;

const ranksOfOne = kindOrder.length + 1;

/** The workspace that ranks say a service belongs to, by its number among several. */
export const groupOfRank = (rank: number): number => Math.floor(rank / ranksOfOne);

/**
 * Ranks of services in their column. Where there are several workspaces, what belongs to one of them stands together,
 * and what they share after that.
 */
export function serviceRanks(design: Design): (thing: Thing) => number {
  const workspaces = resourcesOfKind(design, 'workspace');
  const groupOf = new Map<ResourceId, number>();
  const claim = (id: ResourceId | undefined, group: number) => {
    if (id === undefined) return;
    const known = groupOf.get(id);
    groupOf.set(id, known === undefined || known === group ? group : workspaces.length);
  };
  for (const [group, one] of workspaces.entries())
    for (const id of [
      one.id,
      one.storageAccount,
      one.keyVault,
      one.containerRegistry,
      one.applicationInsights,
    ])
      claim(id, group);
  for (const resource of design.resources)
    if ('workspace' in resource && resource.workspace !== undefined)
      claim(resource.id, groupOf.get(resource.workspace) ?? workspaces.length);
  const isOne = workspaces.length < 2;
  return ({ id, kind }) => {
    const group = isOne ? 0 : (groupOf.get(id as ResourceId) ?? workspaces.length);
    return group * ranksOfOne + kindRank(kind);
  };
}

/** The service that a private endpoint, there or missing, is for. */
export const targetOf = (thing: Thing): ResourceId | undefined =>
  thing.derived
    ? thing.derived.target
    : thing.ghost
      ? thing.ghost.target
      : thing.resource?.kind === 'private-endpoint'
        ? thing.resource.target
        : undefined;

/** Orders endpoints as their services are ordered, so that private links do not cross. */
export function endpointRanks(design: Design, drawn: Drawn): (thing: Thing) => number {
  const rankOf = serviceRanks(design);
  const ranks = new Map<string, number>();
  const services: Thing[] = [];
  const visit = (things: readonly Thing[]) => {
    for (const thing of things) {
      if (isService(thing)) services.push(thing);
      visit(thing.children);
    }
  };
  visit(drawn.roots);
  services.sort((a, b) => rankOf(a) - rankOf(b));
  for (const [index, service] of services.entries()) ranks.set(service.id, index);
  return (thing) => {
    if (thing.kind !== 'private-endpoint') return -1;
    const target = targetOf(thing);
    const service = target === undefined ? services.length : (ranks.get(target) ?? services.length);
    const endpoint = findOfKind(design, thing.resource?.id, 'private-endpoint');
    const group = (endpoint?.groupIds[0] ?? thing.name).toLowerCase();
    const at = groupOrder.indexOf(group);
    return service * 16 + (at < 0 ? groupOrder.length : at);
  };
}
