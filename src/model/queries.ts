import type { Design } from './design.ts';
import { childrenIn, indexOf, kindIn, type Resources, resourceIn } from './design-index.ts';
import { flatMapped } from './flat-mapped.ts';
import { currentNotebook } from './lineage.ts';
import type { Resource, ResourceKind, ResourceOf } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

/** The resource of an id, or `undefined` where the id points nowhere. */
export const findResource = (design: Resources, id: ResourceId | undefined): Resource | undefined => {
  if (id === undefined) return undefined;
  const notebook = currentNotebook();
  return notebook === undefined ? resourceIn(indexOf(design), id) : notebook.readResource(design, id);
};

/** The resource of an id if it is of that kind. */
export const findOfKind = <K extends ResourceKind>(
  design: Resources,
  id: ResourceId | undefined,
  kind: K,
): ResourceOf<K> | undefined => {
  const found = findResource(design, id);
  return found?.kind === kind ? (found as ResourceOf<K>) : undefined;
};

/** The resource of an id. Throws when there is none: the caller's mistake. */
export const resourceAt = (design: Design, id: ResourceId): Resource => {
  const found = findResource(design, id);
  if (!found) throw new Error(`No resource ${id} in design “${design.name}”`);
  return found;
};

/** All resources of a kind, in document order; those that exist but are not shown among them. */
export const resourcesOfKind = <K extends ResourceKind>(
  design: Resources,
  kind: K,
): readonly ResourceOf<K>[] => {
  const notebook = currentNotebook();
  const found = notebook === undefined ? kindIn(indexOf(design), kind) : notebook.readKind(design, kind);
  return found as readonly ResourceOf<K>[];
};

/** All resources of several kinds, in document order; those that exist but are not shown among them. */
export const resourcesOfKinds = <K extends ResourceKind>(
  design: Resources,
  kinds: ReadonlySet<K>,
): readonly ResourceOf<K>[] => {
  for (const kind of kinds) currentNotebook()?.readKind(design, kind);
  return design.resources.filter((one): one is ResourceOf<K> =>
    (kinds as ReadonlySet<ResourceKind>).has(one.kind),
  );
};

/** Everything in the design, in document order. An answer that asks for this is worked out anew after every edit. */
export const allResources = (design: Resources): readonly Resource[] => {
  currentNotebook()?.noteEverything();
  return design.resources;
};

/** What lies directly in a container; `undefined` asks for what lies in nothing. */
export const childrenOf = (design: Resources, id: ResourceId | undefined): readonly Resource[] => {
  const notebook = currentNotebook();
  return notebook === undefined ? childrenIn(indexOf(design), id) : notebook.readChildren(design, id);
};

/** The containers of a resource from the nearest outwards; a loop ends where it would repeat. */
export const ancestorsOf = (design: Resources, id: ResourceId): readonly Resource[] => {
  const ancestors: Resource[] = [];
  const seen = new Set<ResourceId>([id]);
  let current = findResource(design, findResource(design, id)?.parent);
  while (current && !seen.has(current.id)) {
    ancestors.push(current);
    seen.add(current.id);
    current = findResource(design, current.parent);
  }
  return ancestors;
};

/** Names from the outermost container inwards: `westeurope/vnet-ml/snet-training`. */
export const pathOf = (design: Resources, { id, name }: Resource): string =>
  [name, ...ancestorsOf(design, id).map((one) => one.name)].reverse().join('/');

/** The nearest container of a kind, e.g. the virtual network of a compute. */
export const enclosing = <K extends ResourceKind>(
  design: Resources,
  id: ResourceId,
  kind: K,
): ResourceOf<K> | undefined => {
  let current = findResource(design, id);
  // As many steps as there are resources: a loop of containers comes to an end.
  for (let left = design.resources.length; left > 0; left -= 1) {
    current = findResource(design, current?.parent);
    if (!current || current.id === id) return undefined;
    if (current.kind === kind) return current as ResourceOf<K>;
  }
  return undefined;
};

/** The resource and everything in it, containers before contents. */
export const subtreeOf = (design: Resources, id: ResourceId): readonly Resource[] => {
  const root = findResource(design, id);
  if (!root) return [];
  const found = new Set<Resource>([root]);
  for (const resource of found) for (const child of childrenOf(design, resource.id)) found.add(child);
  return [...found];
};

/** Of several resources those that lie in none of the others, in the order given; ids that point nowhere are left out. */
export const outermostOf = (design: Resources, ids: readonly ResourceId[]): readonly Resource[] => {
  const among = new Set(ids);
  return flatMapped([...among], (id) => {
    const found = findResource(design, id);
    return found && !ancestorsOf(design, id).some((one) => among.has(one.id)) ? [found] : [];
  });
};

/** An edit makes a new resource: what one names stays the same. */
const knownReferences = new WeakMap<Resource, readonly ResourceId[]>();

/** Every resource id that a resource's properties name, its parent excepted. */
export const referencesOf = (resource: Resource): readonly ResourceId[] => {
  const known = knownReferences.get(resource);
  if (known) return known;
  const found = findReferences(resource);
  knownReferences.set(resource, found);
  return found;
};

const findReferences = (resource: Resource): readonly ResourceId[] => {
  const references: string[] = [];
  const properties = resource as unknown as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(resource))
    if (!ownKeys.has(name)) collectReferences(properties[name], name, references);
  // A list that grew has room to spare, and these are kept.
  return references.slice() as ResourceId[];
};

/** A few at most: a list is looked through sooner than a set is made. */
function collectReferences(value: unknown, key: string, found: string[]): void {
  if (typeof value === 'string') {
    if (referenceKeys.has(key) && !found.includes(value)) found.push(value);
  } else if (Array.isArray(value)) {
    // Most lists are of texts that name nothing.
    if (typeof value[0] === 'string' && !referenceKeys.has(key)) return;
    for (const item of value) collectReferences(item, key, found);
  } else if (value && typeof value === 'object')
    for (const name of Object.keys(value))
      collectReferences((value as Record<string, unknown>)[name], name, found);
}

const ownKeys = new Set(['id', 'kind', 'name', 'parent', 'azureId', 'presence', 'tags']);

/** Properties that hold resource ids, at any depth; a test derives the same list from the schemas. */
export const referenceKeys: ReadonlySet<string> = new Set([
  'networkSecurityGroup',
  'routeTable',
  'natGateway',
  'nextHop',
  'serviceEndpointPolicies',
  'gateways',
  'subnet',
  'podSubnet',
  'publicIPAddress',
  'publicIPAddresses',
  'applicationSecurityGroups',
  'loadBalancerBackendAddressPools',
  'sourceApplicationSecurityGroups',
  'destinationApplicationSecurityGroups',
  'sourceIpGroups',
  'destinationIpGroups',
  'managementSubnet',
  'managementPublicIPAddress',
  'firewallPolicy',
  'basePolicy',
  'networkInterfaces',
  'remoteVirtualNetwork',
  'virtualNetworks',
  'virtualNetworkRules',
  'virtualNetworkLinks',
  'virtualNetwork',
  'resource',
  'target',
  'privateDnsZones',
  'zonesWithoutRecords',
  'virtualMachine',
  'resolver',
  'outboundEndpoints',
  'scopedResources',
  'hubWorkspace',
  'storageAccount',
  'keyVault',
  'containerRegistry',
  'applicationInsights',
  'privateEndpoint',
  'storageAccounts',
  'containerRegistries',
  'workspace',
  'workspaces',
  'cluster',
  'compute',
  'workspaceResource',
  'uses',
]);

/** Whether a virtual network may have peerings that the document does not hold: it is not shown, or lists none of its own. */
export const mayHaveUnseenPeerings = (design: Design, virtualNetwork: ResourceId): boolean => {
  const found = findOfKind(design, virtualNetwork, 'virtual-network');
  if (!found || found.presence === 'not-shown') return true;
  return !design.source.complete && found.virtualNetworkPeerings === undefined;
};

/**
 * Whether Azure itself says that a peering has its other half, listed or not: with one alone it is never Connected. In files
 * that are said to hold everything, what they do not hold is gone nevertheless.
 */
export const isConnectedInAzure = (
  { source }: Design,
  { peeringState }: ResourceOf<'virtual-network-peering'>,
): boolean => source.format === 'azure-export' && !source.complete && peeringState === 'Connected';
