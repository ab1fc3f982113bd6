import { fixedSubnetOf } from '#catalog';
import {
  type Design,
  enclosing,
  findOfKind,
  findResource,
  flatMapped,
  question,
  type Resource,
  type ResourceId,
  type ResourceKind,
  type ResourceOf,
  resourceKinds,
  resourcesOfKind,
} from '#model';
import { podSubnetsOf } from '#network';
import { contextOf, designQuestion, type RuleContext, ruleQuestion } from './context.ts';
import { byLabel } from './labels.ts';
import { missing } from './missing.ts';
import { cannotTell, type UndecidedCheck } from './rule.ts';

export type Workspace = ResourceOf<'workspace'>;
export type Subnet = ResourceOf<'subnet'>;
export type PrivateEndpoint = ResourceOf<'private-endpoint'>;
/** Computes that Azure Machine Learning itself creates in a subnet. */
export type MachineLearningCompute = ResourceOf<
  'compute-instance' | 'compute-cluster' | 'serverless-compute'
>;
/** What a workspace keeps its data, secrets and images in. */
export type Dependency = ResourceOf<'storage-account' | 'key-vault' | 'container-registry'>;

/** Shown, so that its properties say something. */
export const isShown = (resource: Resource | undefined): resource is Resource =>
  resource !== undefined && resource.presence !== 'not-shown';

/** The subscription that a resource's Azure id lies in, in lower case; `undefined` where none is told. */
export const subscriptionOf = (resource: Resource | undefined): string | undefined =>
  /^\/subscriptions\/[^/]+/i.exec(resource?.azureId ?? '')?.[0].toLowerCase();

/** Where the whole estate was opened, what is known by its id alone does not exist. */
export const isAbsent = (design: Design, id: ResourceId): boolean => {
  if (!design.source.complete) return false;
  const found = findResource(design, id);
  return !found || (design.source.format === 'azure-export' && !isShown(found));
};

/** All of a kind that are shown, in the order of their names. */
export const shownOfKind = <K extends Resource['kind']>(design: Design, kind: K): readonly ResourceOf<K>[] =>
  shownInOrder(design, kind) as unknown as readonly ResourceOf<K>[];

const shownInOrder = question((design, kind: Resource['kind']): readonly Resource[] =>
  byLabel(design, (resourcesOfKind(design, kind) as readonly Resource[]).filter(isShown)),
);

/** Shown workspaces; projects share the network of their hub and are judged there. */
export const workspacesOf = (design: Design): readonly Workspace[] =>
  shownOfKind(design, 'workspace').filter((one) => one.hubWorkspace === undefined);

/** The workspace that settles how another is isolated: a project's is its hub. */
export const holderOf = (design: Design, id: ResourceId | undefined): Workspace | undefined => {
  const workspace = findOfKind(design, id, 'workspace');
  return findOfKind(design, workspace?.hubWorkspace, 'workspace') ?? workspace;
};

/** Whether Azure hosts the workspace's computes in a virtual network of its own. */
export const hasManagedNetwork = (workspace: Workspace): boolean =>
  workspace.managedNetwork !== undefined && workspace.managedNetwork.isolationMode !== 'Disabled';

/** The storage account, key vault and container registry of a workspace that are shown. */
export const dependenciesOf = (design: Design, workspace: Workspace): readonly Dependency[] =>
  [
    findOfKind(design, workspace.storageAccount, 'storage-account'),
    findOfKind(design, workspace.keyVault, 'key-vault'),
    findOfKind(design, workspace.containerRegistry, 'container-registry'),
  ].filter((one): one is Dependency => isShown(one));

/** What workspaces name and the document knows by its id alone: how it is isolated is not known. */
export const dependenciesNotShown = designQuestion((design): readonly Resource[] => {
  const named = flatMapped(workspacesOf(design), ({ storageAccount, keyVault, containerRegistry }) =>
    flatMapped([storageAccount, keyVault, containerRegistry], (id) => findResource(design, id) ?? []),
  );
  return byLabel(
    design,
    [...new Set(named)].filter(({ id, presence }) => presence === 'not-shown' && !isAbsent(design, id)),
  );
});

/** Workspaces that the document knows by their ids alone: nothing of their isolation is known. */
export const workspacesNotShown = designQuestion((design): readonly Workspace[] =>
  byLabel(
    design,
    (resourcesOfKind(design, 'workspace') as readonly Workspace[]).filter(
      ({ id, presence }) => presence === 'not-shown' && !isAbsent(design, id),
    ),
  ),
);

/** A dependency with the workspaces that use it. */
export interface DependencyInUse {
  readonly service: Dependency;
  readonly workspaces: readonly Workspace[];
}

/** Every dependency that is in use, each once. */
export const dependenciesInUse = designQuestion((design): readonly DependencyInUse[] => {
  const users = new Map<Dependency, Workspace[]>();
  for (const workspace of workspacesOf(design))
    for (const service of dependenciesOf(design, workspace)) {
      const known = users.get(service);
      if (known) known.push(workspace);
      else users.set(service, [workspace]);
    }
  return [...users].map(([service, workspaces]) => ({ service, workspaces }));
});

/** A storage account that datastores name, with the sub-resources that they are read by. */
export interface DatastoreAccount {
  readonly service: ResourceOf<'storage-account'>;
  readonly workspaces: readonly Workspace[];
  /** Names of the datastores by sub-resource. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** Accounts of datastores that are shown and no default storage of any workspace. */
export const datastoreAccounts = designQuestion((design): readonly DatastoreAccount[] => {
  const defaults = new Set(dependenciesInUse(design).map(({ service }) => service.id));
  const found = new Map<ResourceId, { workspaces: Set<Workspace>; names: Map<string, string[]> }>();
  for (const workspace of workspacesOf(design))
    for (const { name, storageAccount, groupIds } of workspace.datastores ?? []) {
      if (storageAccount === undefined || defaults.has(storageAccount)) continue;
      const entry = found.get(storageAccount) ?? { workspaces: new Set(), names: new Map() };
      found.set(storageAccount, entry);
      entry.workspaces.add(workspace);
      for (const group of groupIds) entry.names.set(group, [...(entry.names.get(group) ?? []), name]);
    }
  return flatMapped([...found], ([id, { workspaces, names }]) => {
    const service = findOfKind(design, id, 'storage-account');
    return isShown(service) && service ? [{ service, workspaces: [...workspaces], names }] : [];
  });
});

/** The workspaces behind a service, a workspace behind itself. */
export const usersOf = (design: Design, service: ResourceId): readonly Workspace[] =>
  usersByService(design).get(service) ?? [];

const usersByService = designQuestion((design): ReadonlyMap<ResourceId, readonly Workspace[]> => {
  const users = new Map<ResourceId, Workspace[]>();
  for (const workspace of workspacesOf(design))
    for (const id of new Set([workspace, ...dependenciesOf(design, workspace)].map((one) => one.id))) {
      const known = users.get(id);
      if (known) known.push(workspace);
      else users.set(id, [workspace]);
    }
  for (const { service, workspaces } of datastoreAccounts(design)) users.set(service.id, [...workspaces]);
  return users;
});

/** Private endpoints in the design that serve a resource. */
export const endpointsOf = question(
  (design, target: ResourceId): readonly PrivateEndpoint[] => endpointsByTarget(design).get(target) ?? [],
);

const endpointsByTarget = designQuestion((design) => {
  const byTarget = new Map<ResourceId | undefined, PrivateEndpoint[]>();
  for (const endpoint of shownOfKind(design, 'private-endpoint')) {
    const known = byTarget.get(endpoint.target);
    if (known) known.push(endpoint);
    else byTarget.set(endpoint.target, [endpoint]);
  }
  return byTarget;
});

/** All computes that Azure Machine Learning creates. */
export const machineLearningComputes = designQuestion((design): readonly MachineLearningCompute[] => [
  ...shownOfKind(design, 'compute-instance'),
  ...shownOfKind(design, 'compute-cluster'),
  ...shownOfKind(design, 'serverless-compute'),
]);

/** Those of them that name a workspace. */
export const computesOf = (design: Design, workspace: ResourceId): readonly MachineLearningCompute[] =>
  computesByWorkspace(design).get(workspace) ?? [];

const computesByWorkspace = designQuestion((design) => {
  const byWorkspace = new Map<ResourceId | undefined, MachineLearningCompute[]>();
  for (const compute of machineLearningComputes(design)) {
    const known = byWorkspace.get(compute.workspace);
    if (known) known.push(compute);
    else byWorkspace.set(compute.workspace, [compute]);
  }
  return byWorkspace;
});

/** Workspaces whose computes an incomplete export does not list: whatever depends on computes is not decided for them. */
export const workspacesWithoutComputes = ({ design, isComplete }: RuleContext): readonly Workspace[] =>
  isComplete
    ? []
    : workspacesOf(design).filter(
        ({ id }) =>
          computesOf(design, id).length === 0 ||
          computesNotShown(design).some((compute) => compute.workspace === id),
      );

/** Computes of which only the ids are known. */
const computesNotShown = designQuestion((design) => {
  const kinds = ['compute-instance', 'compute-cluster', 'attached-compute'] as const;
  return flatMapped(
    kinds,
    (kind) => resourcesOfKind(design, kind) as readonly ResourceOf<(typeof kinds)[number]>[],
  ).filter(({ presence }) => presence === 'not-shown');
});

/** What such a workspace lacks, and how to fetch it. */
export const missingComputes = (workspace: Workspace): UndecidedCheck =>
  cannotTell(workspace.id, missing('the computes of the workspace', 'workspace.computes', workspace));

/** Computes that lie in a subnet, with it. */
export const computesInSubnets = designQuestion(
  (design): readonly { readonly compute: MachineLearningCompute; readonly subnet: Subnet }[] =>
    flatMapped(machineLearningComputes(design), (compute) => {
      const subnet = findOfKind(design, compute.parent, 'subnet');
      return subnet ? [{ compute, subnet }] : [];
    }),
);

/** Whether the node has a public address of its own: Azure's default is that it has. */
export const hasPublicIp = (compute: MachineLearningCompute): boolean =>
  compute.kind === 'serverless-compute'
    ? compute.serverlessComputeNoPublicIP !== true
    : compute.enableNodePublicIp !== false;

/** Whether the isolation of something is the design's goal. */
export const wantsPrivate = ({ goals }: RuleContext): boolean => goals.workspace === 'private';

/** Whether the goals hold nothing back of what computes send. */
export const letsDataOut = ({ goals }: RuleContext): boolean =>
  goals.exfiltrationPrevention === 'off' && goals.internetOutbound === 'allowed';

/** The virtual network of a subnet or of anything in it. */
export const virtualNetworkOf = (design: Design, id: ResourceId): ResourceId | undefined =>
  contextOf(design).network.virtualNetworkOf(id);

/** The name of the region that something lies in. */
export const regionOf = (design: Design, id: ResourceId): string | undefined =>
  enclosing(design, id, 'region')?.name;

/** What lies in a subnet: its children and whatever has a network interface there. */
export const contentsOf = (design: Design, subnet: ResourceId): readonly Resource[] =>
  contentsBySubnet({ design }, 'all').get(subnet) ?? [];

const contentsBySubnet = ruleQuestion((context, _: 'all'): ReadonlyMap<ResourceId, readonly Resource[]> => {
  const bySubnet = new Map<ResourceId, Resource[]>();
  for (const kind of resourceKinds)
    for (const [home, resources] of kind === 'subnet' ? [] : homesOfKind(context, kind)) {
      const known = bySubnet.get(home);
      if (known) known.push(...resources);
      else bySubnet.set(home, [...resources]);
    }
  const sorted = new Map<ResourceId, readonly Resource[]>();
  for (const [home, found] of bySubnet) sorted.set(home, byLabel(context.design, found));
  return sorted;
});

/** Whether Azure has a subnet for one service alone, by its name or by a delegation. */
export const isForOneService = ({ name, delegations }: Subnet): boolean =>
  fixedSubnetOf(name) !== undefined || (delegations ?? []).length > 0;

/** Whether a subnet is for whatever one puts there: neither for one service nor for pods. */
export const isForAnything = (design: Design, subnet: Subnet): boolean =>
  !isForOneService(subnet) && !podSubnets(design).has(subnet.id);

const podSubnets = designQuestion(
  (design): ReadonlySet<ResourceId> =>
    new Set(flatMapped(resourcesOfKind(design, 'kubernetes-cluster'), podSubnetsOf)),
);

/** Kind by kind, so that an edit makes anew only what it touches. */
const homesOfKind = ruleQuestion(({ design, network }, kind: ResourceKind) => {
  const bySubnet = new Map<ResourceId, Resource[]>();
  for (const resource of resourcesOfKind(design, kind)) {
    const home = network.subnetOf(resource.id);
    if (home === undefined) continue;
    const known = bySubnet.get(home);
    if (known) known.push(resource);
    else bySubnet.set(home, [resource]);
  }
  return bySubnet;
});
