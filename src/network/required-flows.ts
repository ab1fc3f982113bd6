import {
  type Cloud,
  type ComputeKind,
  type Condition,
  managedNetworkTags,
  type OutboundRequirement,
  requiredOutbound,
} from '#catalog';
import {
  findOfKind,
  findResource,
  flatMapped,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { hasPublicAddress } from './egress.ts';
import { type Estate, estateQuestion } from './estate.ts';
import { groundQuestion } from './ground.ts';
import { hostedPlaceOf } from './hosted-sources.ts';
import { joinedKey, memoOfTexts, onceForPart } from './memo.ts';
import type { Destination, RequiredFlow } from './network.ts';
import {
  flowsOfClient,
  flowsOfDeployments,
  flowsToServices,
  monitorScopeOf,
  unique,
} from './service-flows.ts';
import { tailOf } from './ways.ts';

type Workspace = ResourceOf<'workspace'>;
type Compute = ResourceOf<ComputeKind>;

const computeKinds = [
  'compute-instance',
  'compute-cluster',
  'serverless-compute',
  'kubernetes-cluster',
] as const satisfies readonly ComputeKind[];

const sourceKinds = [...computeKinds, 'managed-online-endpoint', 'client'] as const;

/** What may need something, in document order of each kind. */
export const sourcesOfFlows = ({ design }: Estate): readonly ResourceId[] =>
  flatMapped(sourceKinds, (kind) => resourcesOfKind(design, kind).map(({ id }) => id));

/** What Azure Machine Learning needs this design to make possible, in document order of what sends. */
export const requiredFlows = groundQuestion((ground, _: 'all'): readonly RequiredFlow[] =>
  flatMapped(sourcesOfFlows(ground.estate), (id) => flowsOfSource(ground, id)),
);

/** What one source needs. */
export const flowsOfSource = groundQuestion((ground, id: ResourceId): readonly RequiredFlow[] => {
  const source = findResource(ground.estate.design, id);
  if (source?.kind === 'client') return flowsOfClient(ground, source);
  if (source?.kind === 'managed-online-endpoint') return flowsOfDeployments(ground.estate, source);
  return source && isCompute(source) ? flowsOfCompute(ground.estate, source) : [];
});

const isCompute = (resource: Resource): resource is Compute =>
  computeKinds.some((kind) => kind === resource.kind);

/** Computes without a subnet run in a network of Microsoft: of those only the ones in a managed network are promised a way. */
function flowsOfCompute(estate: Estate, compute: Compute): readonly RequiredFlow[] {
  const isInManagedNetwork = hostedPlaceOf(estate, compute.id)?.is === 'managed-network';
  if (compute.presence === 'not-shown') return [];
  if (estate.subnetOf(compute.id) === undefined && !isInManagedNetwork) return [];
  const workspaces = workspacesOf(estate, compute);
  if (compute.kind === 'kubernetes-cluster' && workspaces.length === 0) return [];
  const { id: from } = compute;
  const own = flatMapped(workspaces, (workspace) => flowsToServices(estate, compute, workspace));
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
  const flows = [...(workspaces.length > 1 ? unique(own) : own), ...outbound];
  return compute.kind === 'kubernetes-cluster' ? bySubnets(estate, compute, flows) : flows;
}

/**
 * Pods with a subnet of their own send from there, under its rules and routes; the nodes, which fetch images and keep
 * themselves up, send from theirs, and each pool may have its own.
 * https://learn.microsoft.com/azure/aks/configure-azure-cni-dynamic-ip-allocation
 * https://learn.microsoft.com/azure/aks/node-pool-unique-subnet
 */
function bySubnets(
  estate: Estate,
  { id, agentPoolProfiles }: ResourceOf<'kubernetes-cluster'>,
  flows: readonly RequiredFlow[],
): readonly RequiredFlow[] {
  if (agentPoolProfiles.length === 0) return flows;
  const first = estate.subnetOf(id);
  const ofNodes = new Set(agentPoolProfiles.map(({ subnet = first }) => subnet));
  const ofPods = new Set(agentPoolProfiles.map(({ subnet = first, podSubnet = subnet }) => podSubnet));
  const from = (subnet: ResourceId | undefined, flow: RequiredFlow): RequiredFlow =>
    subnet === undefined || subnet === first
      ? flow
      : { ...flow, id: `${flow.id} from ${subnet}`, fromSubnet: subnet };
  return flatMapped(flows, (flow) =>
    [...(isOfNodes(flow) ? ofNodes : ofPods)].map((subnet) => from(subnet, flow)),
  );
}

const isOfNodes = ({ requirement, to }: RequiredFlow): boolean =>
  to.groupId === 'registry' || (requirement !== undefined && neededByNodes.has(requirement));

const neededByNodes: ReadonlySet<string> = new Set(
  flatMapped(requiredOutbound, ({ id, isOfNodes: is }) => (is ? [id] : [])),
);

/** The workspace that a compute names; the only one of the design where it names none. */
export const workspacesOf = (estate: Estate, compute: Compute): readonly Workspace[] => {
  const { design } = estate;
  const named = compute.kind === 'kubernetes-cluster' ? (compute.workspaces ?? []) : [compute.workspace];
  if (compute.kind !== 'kubernetes-cluster' && compute.workspace === undefined) {
    const all = resourcesOfKind(design, 'workspace');
    return all.length === 1 ? all : [];
  }
  return flatMapped(named, (id) => findOfKind(design, id, 'workspace') ?? []);
};

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
    isHosted: estate.subnetOf(compute.id) === undefined,
    kind: compute.kind,
    region: estate.regionOf(compute.id) ?? '*',
    held: conditions.filter((condition) => holds(estate, condition, compute, workspaces)),
  });

/** What all computes of a kind and a region need under the same conditions. */
const needsUnder = estateQuestion(
  (estate, { kind, region, held, isHosted }: Circumstances): readonly OutboundNeed[] =>
    flatMapped(
      requiredOutbound
        .filter((requirement) => isNeeded(estate, requirement, kind, held))
        .filter((requirement) => !isHosted || isLeftToPeople(requirement)),
      (requirement) => needsOf(estate, requirement, region),
    ),
  ({ kind, region, held, isHosted }) => joinedKey(kind, region, String(isHosted), ...held),
);

/** In a managed network Microsoft reaches its own storage by ways that are not the customer's to open. */
const isLeftToPeople = ({ serviceTag }: OutboundRequirement): boolean =>
  serviceTag === undefined || managedNetworkTags.outbound.some((tag) => tag === serviceTag);

interface Circumstances {
  /** In a managed network. */
  readonly isHosted: boolean;
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
      return monitorScopeOf(estate) === undefined;
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

const needsOf = (
  { goals }: Estate,
  requirement: OutboundRequirement,
  region: string,
): readonly OutboundNeed[] => needsIn(requirement)[goals.cloud](region);

/** By cloud and region: the same destinations for all that need them. */
const needsIn = onceForPart((requirement: OutboundRequirement) => {
  const needsInCloud = (cloud: Cloud) =>
    memoOfTexts((region: string): readonly OutboundNeed[] => {
      const { id, purpose, serviceTag, hosts, protocol, ports, access } = requirement;
      const to: Destination = {
        ...(serviceTag === undefined ? {} : { serviceTag }),
        hosts: hosts[cloud].map((host) => host.replaceAll('{region}', region)),
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
    });
  return {
    public: needsInCloud('public'),
    'us-government': needsInCloud('us-government'),
    china: needsInCloud('china'),
  };
});
