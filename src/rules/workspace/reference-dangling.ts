import {
  allResources,
  type Design,
  findResource,
  flatMapped,
  question,
  type Resource,
  type ResourceId,
  type ResourceKind,
  referencesOf,
  resourceKinds,
  resourcesOfKind,
} from '#model';
import { isAbsent, isShown, subscriptionOf } from '../estate.ts';
import { byLabel, inOrder, labelOf, listed } from '../labels.ts';
import { defineRule } from '../rule.ts';

/** Those of a kind that name what does not exist. */
const namingAbsent = question((design, kind: ResourceKind): readonly Resource[] =>
  (resourcesOfKind(design, kind) as readonly Resource[]).filter(
    (one) => isShown(one) && referencesOf(one).some((id) => isAbsent(design, id)),
  ),
);

/** Properties that decide who is let in or what is served. */
function decidingReferences(resource: Resource): ReadonlySet<ResourceId> {
  const acls = 'networkAcls' in resource ? resource.networkAcls : undefined;
  const rules = acls?.virtualNetworkRules ?? [];
  const target = resource.kind === 'private-endpoint' && resource.target ? [resource.target] : [];
  return new Set([...rules, ...target]);
}

/** What only another party can end: a peering, and a connection, which Azure calls Disconnected once its service is gone. */
const isHeldByBoth = (resource: Resource): boolean =>
  resource.kind === 'virtual-network-peering' ||
  (resource.kind === 'private-endpoint' &&
    (resource.connectionStatus === 'Approved' || resource.connectionStatus === 'Pending'));

/** Into subscriptions that nobody exports, of virtual WAN and of partners: what is there is not judged. */
function leadsAway(design: Design, resource: Resource, id: ResourceId): boolean {
  const subscription = subscriptionOf(findResource(design, id));
  if (!isHeldByBoth(resource) || subscription === undefined) return false;
  return !allResources(design).some((one) => isShown(one) && subscriptionOf(one) === subscription);
}

/** A connection shows that its endpoint exists, in somebody else's subscription or in one of Microsoft's. */
const endpointsConnectedTo = (resource: Resource): ReadonlySet<ResourceId | undefined> =>
  new Set(
    'privateEndpointConnections' in resource
      ? resource.privateEndpointConnections?.map(({ privateEndpoint }) => privateEndpoint)
      : [],
  );

/** Properties on which most other checks rest: with them gone, those cannot be made. */
function restingReferences(resource: Resource): ReadonlySet<ResourceId | undefined> {
  switch (resource.kind) {
    case 'subnet':
      return new Set([
        resource.networkSecurityGroup,
        resource.routeTable,
        resource.natGateway,
        ...(resource.serviceEndpointPolicies ?? []),
      ]);
    case 'azure-firewall':
      return new Set([resource.firewallPolicy]);
    case 'firewall-policy':
      return new Set([resource.basePolicy]);
    case 'virtual-network-peering':
      return new Set([resource.remoteVirtualNetwork]);
    case 'workspace':
      return new Set([resource.storageAccount, resource.keyVault, resource.containerRegistry]);
    default:
      return new Set();
  }
}

export const referenceDangling = defineRule({
  id: 'reference-dangling',
  category: 'Workspace',
  severity: () => 'error',
  title: 'Something is named that does not exist',
  holds: 'Every resource that another one names exists',
  remedy: 'Add what is named, name something that exists, or remove the reference.',
  messages: {
    dangling: (f: { resource: string; names: readonly string[] }) =>
      `${f.resource} names ${listed(f.names)}, which ${f.names.length === 1 ? 'does' : 'do'} not exist`,
    unjudged: (f: { resource: string; names: readonly string[] }) =>
      `${f.resource} names ${listed(f.names)}, which ${f.names.length === 1 ? 'does not exist: what it decides' : 'do not exist: what they decide'} cannot be judged`,
    several: (f: { resources: readonly string[]; names: readonly string[] }) =>
      `${listed(f.resources, 3)} name${f.resources.length === 1 ? 's' : ''} ${listed(f.names, 3)}, which ${f.names.length === 1 ? 'does' : 'do'} not exist`,
  },

  *check({ design, isComplete }) {
    if (!isComplete) return;
    const nameOf = (id: ResourceId) => findResource(design, id)?.name ?? id;
    const evidenceOf = (ids: readonly ResourceId[]) =>
      ids.map((id) => findResource(design, id)?.azureId ?? id).sort();
    const loose = new Map<ResourceId, readonly ResourceId[]>();
    const naming = flatMapped(resourceKinds, (kind) => namingAbsent(design, kind));
    for (const resource of byLabel(design, naming)) {
      const unknown = referencesOf(resource).filter((id) => isAbsent(design, id));
      const deciding = decidingReferences(resource);
      const resting = restingReferences(resource);
      const connected = endpointsConnectedTo(resource);
      const absent = unknown.filter((id) => !connected.has(id) && !leadsAway(design, resource, id));
      const decisive = absent.filter((id) => deciding.has(id));
      const needed = absent.filter((id) => !deciding.has(id) && resting.has(id));
      const others = absent.filter((id) => !deciding.has(id) && !resting.has(id));
      if (others.length > 0) loose.set(resource.id, others);
      if (decisive.length > 0)
        yield {
          at: resource.id,
          message: 'dangling',
          facts: { resource: resource.name, names: decisive.map(nameOf).sort(inOrder) },
          evidence: evidenceOf(decisive),
        };
      if (needed.length > 0)
        yield {
          at: resource.id,
          message: 'unjudged',
          severity: 'warning',
          facts: { resource: labelOf(design, resource.id), names: needed.map(nameOf).sort(inOrder) },
          evidence: evidenceOf(needed),
        };
    }
    if (loose.size === 0) return;
    const absent = [...new Set([...loose.values()].flat())];
    yield {
      at: [...loose.keys()],
      message: 'several',
      severity: 'note',
      facts: {
        resources: [...loose.keys()].map((id) => labelOf(design, id)),
        names: absent.map(nameOf).sort(inOrder),
      },
      evidence: evidenceOf(absent),
    };
  },
});
