import {
  findOfKind,
  findResource,
  flatMapped,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { type Estate, estateQuestion } from './estate.ts';

/** What Azure Machine Learning runs for a workspace, in a subnet or in a network of Microsoft. */
const hostedKinds = [
  'compute-instance',
  'compute-cluster',
  'serverless-compute',
  'managed-online-endpoint',
] as const;
export type Hosted = ResourceOf<(typeof hostedKinds)[number]>;

/** The workspace that a compute or an endpoint names; the only one of the design where it names none. */
export const workspaceOf = (
  { design }: Estate,
  { workspace }: { readonly workspace?: ResourceId | undefined },
): ResourceOf<'workspace'> | undefined => {
  if (workspace !== undefined) return findOfKind(design, workspace, 'workspace');
  const all = resourcesOfKind(design, 'workspace');
  return all.length === 1 ? all[0] : undefined;
};

/** The workspace whose managed network a workspace is in: a project shares its hub's, and has none of its own. */
export const networkHolderOf = (
  { design }: Estate,
  workspace: ResourceOf<'workspace'>,
): ResourceOf<'workspace'> => {
  const hub = findOfKind(design, workspace.hubWorkspace, 'workspace');
  return hub && !hasManagedNetwork(workspace) ? hub : workspace;
};

/** Whether computes of a workspace run in a network that it manages. */
export const hasManagedNetwork = (workspace: ResourceOf<'workspace'>): boolean =>
  workspace.managedNetwork !== undefined && workspace.managedNetwork.isolationMode !== 'Disabled';

export const isHosted = (estate: Estate, resource: Resource | undefined): resource is Hosted =>
  resource !== undefined &&
  hostedKinds.some((kind) => kind === resource.kind) &&
  resource.presence === undefined &&
  estate.subnetOf(resource.id) === undefined;

/** What sends from the managed network of a workspace, in document order of the kinds. */
export const hostedBy = estateQuestion((estate, holder: ResourceId): readonly ResourceId[] =>
  flatMapped(hostedKinds, (kind): readonly Hosted[] => resourcesOfKind(estate.design, kind))
    .filter((one) => {
      if (!isHosted(estate, one)) return false;
      const workspace = workspaceOf(estate, one);
      return workspace !== undefined && networkHolderOf(estate, workspace).id === holder;
    })
    .map(({ id }) => id),
);

/** Where packets of something hosted leave from. */
export type HostedPlace =
  | { readonly is: 'managed-network'; readonly holder: ResourceOf<'workspace'> }
  /** A network of Microsoft for each deployment, from before workspaces had networks of their own. */
  | { readonly is: 'deployments'; readonly endpoint: ResourceOf<'managed-online-endpoint'> }
  /** A network of Microsoft that lets everything out. */
  | { readonly is: 'open'; readonly compute: Hosted; readonly holder: ResourceOf<'workspace'> };

/** The network of Microsoft that a resource sends from; `undefined` where it sends from none, or where it is not known. */
export const hostedPlaceOf = estateQuestion((estate, from: ResourceId): HostedPlace | undefined => {
  const source = findResource(estate.design, from);
  if (source?.kind === 'workspace')
    return hasManagedNetwork(source) && source.presence === undefined
      ? { is: 'managed-network', holder: source }
      : undefined;
  if (!isHosted(estate, source)) return undefined;
  const workspace = workspaceOf(estate, source);
  if (!workspace) return undefined;
  const holder = networkHolderOf(estate, workspace);
  if (holder.presence !== undefined) return undefined;
  if (hasManagedNetwork(holder)) return { is: 'managed-network', holder };
  return source.kind === 'managed-online-endpoint'
    ? { is: 'deployments', endpoint: source }
    : { is: 'open', compute: source, holder };
});

type Endpoint = ResourceOf<'managed-online-endpoint'>;
type Deployment = NonNullable<Endpoint['deployments']>[number];

/** Whether a deployment reaches nothing but its three private endpoints. */
export const isClosed = ({ egressPublicNetworkAccess }: Deployment): boolean =>
  egressPublicNetworkAccess === 'Disabled';

/** What the private endpoints of a closed deployment serve. */
export const servedToDeployments = (estate: Estate, endpoint: Endpoint) => {
  const workspace = workspaceOf(estate, endpoint);
  const served = [
    [workspace?.id, 'amlworkspace'],
    [workspace?.storageAccount, 'blob'],
    [workspace?.containerRegistry, 'registry'],
  ] as const;
  return flatMapped(served, ([target, groupId]) => (target === undefined ? [] : [{ target, groupId }]));
};

/** The private endpoints that Microsoft makes for the closed deployments of an endpoint; none in a managed network. */
export const deploymentEndpointsOf = (estate: Estate, id: ResourceId) => {
  const place = hostedPlaceOf(estate, id);
  return place?.is === 'deployments' && place.endpoint.deployments?.some(isClosed)
    ? servedToDeployments(estate, place.endpoint)
    : [];
};
