import { type ComputeKind, type Condition, type OutboundRequirement, requiredOutbound } from '#catalog';
import {
  findOfKind,
  findResource,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { hasPublicAddress } from './egress.ts';
import { type Estate, estateQuestion } from './estate.ts';
import { joinedKey } from './memo.ts';
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
export const requiredFlows = estateQuestion((estate, _: 'all'): readonly RequiredFlow[] =>
  [...computeKinds, 'client' as const].flatMap((kind) =>
    resourcesOfKind(estate.design, kind).flatMap(({ id }) => flowsOfSource(estate, id)),
  ),
);

const flowsOfSource = estateQuestion((estate, id: ResourceId): readonly RequiredFlow[] => {
  const source = findResource(estate.design, id);
  if (source?.kind === 'client') return flowsOfClient(estate, source);
  return source && isCompute(source) ? flowsOfCompute(estate, source) : [];
});

const isCompute = (resource: Resource): resource is Compute =>
  computeKinds.some((kind) => kind === resource.kind);

/** Computes without a subnet run in a network of Microsoft: no packet of theirs passes here. */
function flowsOfCompute(estate: Estate, compute: Compute): readonly RequiredFlow[] {
  const subnet = estate.subnetOf(compute.id);
  if (subnet === undefined || compute.presence === 'not-shown') return [];
  const workspaces = workspacesOf(estate, compute);
  if (compute.kind === 'kubernetes-cluster' && workspaces.length === 0) return [];
  const own = workspaces.flatMap((workspace) => flowsToServices(estate, compute, workspace));
  const { id: from } = compute;
  const outbound = outboundNeeds(estate, compute, workspaces).map(
    ({ to, protocol, port, tail, purpose, access, requirement }): RequiredFlow => ({
      from,
      to,
      protocol,
      port,
      id: from + tail,
      purpose,
      access,
      requirement,
    }),
  );
  return [...unique(own), ...outbound];
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
  { from, to, protocol, port }: PacketQuery,
  purpose: string,
  access: RequiredFlow['access'],
): RequiredFlow => ({
  from,
  to,
  protocol,
  port,
  id: from + tailOf(`${to.resource}/${to.groupId ?? ''}`, protocol, port),
  purpose,
  access,
});

const tailOf = (what: string, protocol: PacketQuery['protocol'], port: number): string =>
  ` → ${what} ${protocol.toLowerCase()}/${port}`;

/** A required flow but for the compute that sends it. */
interface OutboundNeed extends Omit<RequiredFlow, 'from' | 'id'> {
  readonly requirement: string;
  /** The id without its source. */
  readonly tail: string;
}

const conditions: readonly Condition[] = [
  'no-public-ip',
  'hbi-workspace',
  'private-workspace',
  'without-monitor-private-link-scope',
  'public-api-server',
];

const outboundNeeds = (
  estate: Estate,
  compute: Compute,
  workspaces: readonly Workspace[],
): readonly OutboundNeed[] =>
  needsUnder(estate, {
    kind: compute.kind,
    region: estate.regionOf(compute.id) ?? '*',
    held: conditions.filter((condition) => holds(estate, condition, compute, workspaces)),
  });

/** What all computes of a kind and a region need under the same conditions. */
const needsUnder = estateQuestion(
  (estate, { kind, region, held }: Circumstances): readonly OutboundNeed[] =>
    requiredOutbound
      .filter((requirement) => isNeeded(estate, requirement, kind, held))
      .flatMap((requirement) => needsOf(estate, requirement, region)),
  ({ kind, region, held }) => joinedKey(kind, region, ...held),
);

interface Circumstances {
  readonly kind: ComputeKind;
  readonly region: string;
  readonly held: readonly Condition[];
}

function isNeeded(
  { goals }: Estate,
  { computes, isOptional, software }: OutboundRequirement,
  by: ComputeKind,
  held: readonly Condition[],
): boolean {
  if (software !== undefined && !goals.software.some((one) => one.toLowerCase() === software)) return false;
  if (software === undefined && isOptional === true) return false;
  return computes.some(({ kind, when }) => kind === by && (when === undefined || held.includes(when)));
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
    case 'public-api-server':
      return compute.kind === 'kubernetes-cluster' && compute.enablePrivateCluster !== true;
    case 'firewall-before-storage':
    case 'without-service-tags':
      // Of how a firewall is set up, which a trace sees for itself.
      return false;
    case 'outdated-nodes':
    case 'gpu-nodes':
      // Of the images and sizes of nodes, which no design tells.
      return false;
  }
}

function needsOf(
  { goals }: Estate,
  { id, purpose, serviceTag, hosts, protocol, ports, access }: OutboundRequirement,
  region: string,
): readonly OutboundNeed[] {
  const to: Destination = {
    ...(serviceTag === undefined ? {} : { serviceTag }),
    hosts: hosts[goals.cloud].map((host) => host.replaceAll('{region}', region)),
  };
  const by = protocol === 'Udp' ? 'Udp' : 'Tcp';
  return ports.map((port) => ({
    to,
    protocol: by,
    port,
    tail: tailOf(id, by, port),
    purpose,
    access,
    requirement: id,
  }));
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
