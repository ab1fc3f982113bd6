import {
  type Design,
  enclosing,
  findOfKind,
  findResource,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import type { Network } from '#network';
import { byLabel } from './labels.ts';
import type { RuleContext } from './rule.ts';

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

/** All of a kind that are shown, in the order of their names. */
export const shownOfKind = <K extends Resource['kind']>(design: Design, kind: K): readonly ResourceOf<K>[] =>
  byLabel(
    design,
    (resourcesOfKind(design, kind) as readonly Resource[]).filter(isShown),
  ) as unknown as readonly ResourceOf<K>[];

/** Shown workspaces; projects share the network of their hub and are judged there. */
export const workspacesOf = (design: Design): readonly Workspace[] =>
  shownOfKind(design, 'workspace').filter((one) => one.hubWorkspace === undefined);

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

/** Every dependency with the workspaces that use it, each once. */
export function dependenciesInUse(
  design: Design,
): readonly { readonly service: Dependency; readonly workspaces: readonly Workspace[] }[] {
  const users = new Map<Dependency, Workspace[]>();
  for (const workspace of workspacesOf(design))
    for (const service of dependenciesOf(design, workspace)) {
      const known = users.get(service);
      if (known) known.push(workspace);
      else users.set(service, [workspace]);
    }
  return [...users].map(([service, workspaces]) => ({ service, workspaces }));
}

/** Private endpoints in the design that serve a resource. */
export const endpointsOf = (design: Design, target: ResourceId): readonly PrivateEndpoint[] =>
  shownOfKind(design, 'private-endpoint').filter((endpoint) => endpoint.target === target);

/** All computes that Azure Machine Learning creates. */
export const machineLearningComputes = (design: Design): readonly MachineLearningCompute[] => [
  ...shownOfKind(design, 'compute-instance'),
  ...shownOfKind(design, 'compute-cluster'),
  ...shownOfKind(design, 'serverless-compute'),
];

/** Computes that lie in a subnet, with it. */
export function computesInSubnets(
  design: Design,
): readonly { readonly compute: MachineLearningCompute; readonly subnet: Subnet }[] {
  return machineLearningComputes(design).flatMap((compute) => {
    const subnet = findOfKind(design, compute.parent, 'subnet');
    return subnet ? [{ compute, subnet }] : [];
  });
}

/** Whether the node has a public address of its own: Azure's default is that it has. */
export const hasPublicIp = (compute: MachineLearningCompute): boolean =>
  compute.kind === 'serverless-compute'
    ? compute.serverlessComputeNoPublicIP !== true
    : compute.enableNodePublicIp !== false;

/** Whether the isolation of something is the design's goal. */
export const wantsPrivate = ({ goals }: RuleContext): boolean => goals.workspace === 'private';

/** The virtual network of a subnet or of anything in it. */
export const virtualNetworkOf = (
  design: Design,
  network: Network,
  id: ResourceId,
): ResourceId | undefined => {
  const resource = findResource(design, id);
  if (resource?.kind === 'virtual-network') return id;
  const subnet = resource?.kind === 'subnet' ? id : network.subnetOf(id);
  return enclosing(design, subnet ?? id, 'virtual-network')?.id;
};

/** What lies in each subnet: its children and whatever has a network interface there. */
export function contentsOf(design: Design, network: Network, subnet: ResourceId): readonly Resource[] {
  return byLabel(
    design,
    design.resources.filter((resource) => resource.id !== subnet && network.subnetOf(resource.id) === subnet),
  );
}
