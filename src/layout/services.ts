import { type Design, findOfKind, kinds, type ResourceId, type ResourceKind } from '#model';
import type { Drawn, Thing } from './drawn.ts';

/** From top to bottom beside the networks. */
const kindOrder: readonly ResourceKind[] = [
  'managed-online-endpoint',
  'batch-endpoint',
  'kubernetes-online-endpoint',
  'workspace',
  'registry',
  'storage-account',
  'key-vault',
  'container-registry',
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

/** Rank of a service in its column. */
export const serviceRank = (thing: Thing): number => {
  const at = kindOrder.indexOf(thing.kind);
  return at < 0 ? kindOrder.length : at;
};

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
  const ranks = new Map<string, number>();
  const services: Thing[] = [];
  const visit = (things: readonly Thing[]) => {
    for (const thing of things) {
      if (isService(thing)) services.push(thing);
      visit(thing.children);
    }
  };
  visit(drawn.roots);
  services.sort((a, b) => serviceRank(a) - serviceRank(b));
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
