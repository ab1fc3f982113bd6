import { type ComputeKind, type Condition, type OutboundRequirement, requiredOutbound } from '#catalog';
import { findOfKind, findResource, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import { hasPublicAddress } from './egress.ts';
import type { Estate } from './estate.ts';
import { memo, memoFor } from './memo.ts';
import type { Destination, PacketQuery, RequiredFlow } from './network.ts';

type Workspace = ResourceOf<'workspace'>;
type Compute = ResourceOf<ComputeKind>;

const computeKinds = [
  'compute-instance',
  'compute-cluster',
  'serverless-compute',
  'kubernetes-cluster',
] as const satisfies readonly ComputeKind[];

/** What Azure Machine Learning needs this design to make possible, in document order of what sends. */
export const requiredFlows = (estate: Estate): readonly RequiredFlow[] => {
  const { design } = estate;
  const computes: readonly Compute[] = computeKinds.flatMap((kind) => resourcesOfKind(design, kind));
  return [
    ...computes.flatMap((compute) => flowsOfCompute(estate, compute)),
    ...resourcesOfKind(design, 'client').flatMap((client) => flowsOfClient(estate, client)),
  ];
};

/** Computes without a subnet run in a network of Microsoft: no packet of theirs passes here. */
function flowsOfCompute(estate: Estate, compute: Compute): readonly RequiredFlow[] {
  const subnet = estate.subnetOf(compute.id);
  if (subnet === undefined || compute.presence === 'not-shown') return [];
  const workspaces = workspacesOf(estate, compute);
  if (compute.kind === 'kubernetes-cluster' && workspaces.length === 0) return [];
  const own = workspaces.flatMap((workspace) => flowsToServices(estate, compute, workspace));
  const region = estate.regionOf(compute.id);
  const outbound = requiredOutbound
    .filter((requirement) => isNeeded(estate, requirement, compute, workspaces))
    .flatMap((requirement) => flowsToRequirement(estate, compute, requirement, region));
  return unique([...own, ...outbound]);
}

/** The workspace that a compute names; the only one of the design where it names none. */
export const workspacesOf = (estate: Estate, compute: Compute): readonly Workspace[] => {
  const { design } = estate;
  const named = compute.kind === 'kubernetes-cluster' ? (compute.workspaces ?? []) : [compute.workspace];
  if (compute.kind !== 'kubernetes-cluster' && compute.workspace === undefined) {
    const all = resourcesOfKind(design, 'workspace');
    return all.length === 1 ? all : [];
  }
  return named.flatMap((id) => findOfKind(design, id, 'workspace') ?? []);
};

interface ServiceNeed {
  readonly resource: ResourceId | undefined;
  readonly groupId: string;
  readonly port: number;
  readonly purpose: string;
}

function flowsToServices(estate: Estate, compute: Compute, workspace: Workspace): readonly RequiredFlow[] {
  const isKubernetes = compute.kind === 'kubernetes-cluster';
  const filePort = compute.kind === 'compute-instance' ? 445 : 443;
  const needs: readonly ServiceNeed[] = [
    { resource: workspace.id, groupId: 'amlworkspace', port: 443, purpose: 'the workspace' },
    { resource: workspace.storageAccount, groupId: 'blob', port: 443, purpose: 'the default blob storage' },
    ...(isKubernetes
      ? []
      : [
          {
            resource: workspace.storageAccount,
            groupId: 'file',
            port: filePort,
            purpose: 'the default file share',
          },
          { resource: workspace.keyVault, groupId: 'vault', port: 443, purpose: 'the key vault' },
        ]),
    {
      resource: workspace.containerRegistry,
      groupId: 'registry',
      port: 443,
      purpose: 'the container registry',
    },
  ];
  return needs.flatMap(({ resource, groupId, port, purpose }) =>
    resource === undefined || !findResource(estate.design, resource)
      ? []
      : [
          flow(
            { from: compute.id, to: { resource, groupId }, protocol: 'Tcp', port },
            purpose,
            'not-classified',
          ),
        ],
  );
}

const flow = (
  query: PacketQuery,
  purpose: string,
  access: RequiredFlow['access'],
  requirement?: string,
): RequiredFlow => {
  const what = requirement ?? `${query.to.resource}/${query.to.groupId ?? ''}`;
  return {
    ...query,
    id: `${query.from} → ${what} ${query.protocol.toLowerCase()}/${query.port}`,
    purpose,
    access,
    ...(requirement === undefined ? {} : { requirement }),
  };
};

function isNeeded(
  estate: Estate,
  { computes, isOptional, software }: OutboundRequirement,
  compute: Compute,
  workspaces: readonly Workspace[],
): boolean {
  const { goals } = estate;
  if (software !== undefined && !goals.software.some((one) => one.toLowerCase() === software)) return false;
  if (software === undefined && isOptional === true) return false;
  return computes.some(
    ({ kind, when }) =>
      kind === compute.kind && (when === undefined || holds(estate, when, compute, workspaces)),
  );
}

function holds(
  estate: Estate,
  condition: Condition,
  compute: Compute,
  workspaces: readonly Workspace[],
): boolean {
  switch (condition) {
    case 'no-public-ip':
      return !hasPublicAddress(estate, compute);
    case 'hbi-workspace':
      return workspaces.some((workspace) => workspace.hbiWorkspace === true);
    case 'private-workspace':
      return (
        estate.goals.workspace === 'private' ||
        workspaces.some((workspace) => workspace.publicNetworkAccess === 'Disabled')
      );
    case 'without-monitor-private-link-scope':
      return resourcesOfKind(estate.design, 'azure-monitor-private-link-scope').length === 0;
  }
}

/** The same object for all that need it. */
const destinationsIn = memoFor(({ goals }: Estate, region: string | undefined) =>
  memo(
    ({ serviceTag, hosts }: OutboundRequirement): Destination => ({
      ...(serviceTag === undefined ? {} : { serviceTag }),
      hosts: hosts[goals.cloud].map((host) => host.replaceAll('{region}', region ?? '*')),
    }),
  ),
);

function flowsToRequirement(
  estate: Estate,
  { id: from }: Compute,
  requirement: OutboundRequirement,
  region: string | undefined,
): readonly RequiredFlow[] {
  const { id, purpose, protocol, ports, access } = requirement;
  const to = destinationsIn(estate, region)(requirement);
  return ports.map((port) =>
    flow({ from, to, protocol: protocol === 'Udp' ? 'Udp' : 'Tcp', port }, purpose, access, id),
  );
}

function flowsOfClient(estate: Estate, client: ResourceOf<'client'>): readonly RequiredFlow[] {
  const { design } = estate;
  const used =
    client.uses?.flatMap((id) => findResource(design, id) ?? []) ??
    resourcesOfKind(design, client.role === 'scoring-client' ? 'managed-online-endpoint' : 'workspace');
  return unique(
    used.flatMap((resource): readonly RequiredFlow[] => {
      if (resource.kind === 'workspace') {
        const storage = findResource(design, resource.storageAccount);
        const to = (id: ResourceId, groupId: string, purpose: string) =>
          flow(
            { from: client.id, to: { resource: id, groupId }, protocol: 'Tcp', port: 443 },
            purpose,
            'not-classified',
          );
        return [
          to(resource.id, 'amlworkspace', 'the workspace and studio'),
          ...(storage ? [to(storage.id, 'blob', 'the data that studio shows')] : []),
        ];
      }
      if (resource.kind !== 'managed-online-endpoint' && resource.kind !== 'batch-endpoint') return [];
      return [
        flow(
          { from: client.id, to: { resource: resource.id }, protocol: 'Tcp', port: 443 },
          `endpoint ${resource.name}`,
          'not-classified',
        ),
      ];
    }),
  );
}

/** Two workspaces may share a storage account: one flow is enough. */
const unique = (flows: readonly RequiredFlow[]): readonly RequiredFlow[] => [
  ...new Map(flows.map((one) => [one.id, one])).values(),
];
