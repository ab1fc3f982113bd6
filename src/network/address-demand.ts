import {
  type CountedAddresses,
  nodeSubnetAddresses,
  ofAccountKind,
  type PodNetworking,
  podSubnetAddresses,
  type Subresource,
  subresourceOf,
  surgeNodes,
} from '#catalog';
import {
  findOfKind,
  findResource,
  flatMapped,
  type Resource,
  type ResourceId,
  type ResourceOf,
} from '#model';
import type { Estate } from './estate.ts';
import type { AddressUse } from './network.ts';
import { privateEndpointsOf } from './private-endpoints.ts';

type Demand = Pick<AddressUse, 'count' | 'arithmetic'>;
type KubernetesCluster = ResourceOf<'kubernetes-cluster'>;

const demand = (count: number, arithmetic?: string): Demand =>
  arithmetic === undefined ? { count } : { count, arithmetic };

/** Addresses that a resource takes in a subnet when it has its largest size; zero where others of it are counted. */
export const addressDemand = (estate: Estate, resource: Resource, subnet: ResourceId): Demand => {
  switch (resource.kind) {
    case 'compute-cluster':
      return demand(resource.maxNodeCount, `${resource.maxNodeCount} nodes at most`);
    case 'serverless-compute':
      return resource.plannedNodeCount === undefined
        ? demand(1, 'at least one node; the planned number is not stated')
        : demand(resource.plannedNodeCount, `${resource.plannedNodeCount} nodes as planned`);
    case 'kubernetes-cluster':
      return kubernetesDemand(estate, resource, subnet);
    case 'private-endpoint':
      return endpointDemand(estate, resource);
    case 'network-interface':
      return demand(
        resource.ipConfigurations.filter((one) => (one.subnet ?? resource.parent) === subnet).length,
      );
    case 'load-balancer':
      return demand(resource.frontendIPConfigurations.filter((one) => one.subnet === subnet).length);
    case 'application-gateway': {
      const instances = resource.capacity ?? 1;
      const frontends = resource.privateIPAddress === undefined ? 0 : 1;
      return demand(instances + frontends, `${instances} instances + ${frontends} private frontend`);
    }
    case 'virtual-machine':
    case 'network-virtual-appliance':
      return demand(hasShownInterface(estate, resource.networkInterfaces) ? 0 : 1);
    case 'dns-server':
      return demand(estate.isShown(resource.virtualMachine) ? 0 : 1);
    case 'dns-resolver-endpoint':
      return demand(resource.direction === 'inbound' ? 1 : 0);
    case 'attached-compute':
      return demand(resource.target !== undefined || resource.computeType !== 'VirtualMachine' ? 0 : 1);
    case 'azure-firewall':
    case 'compute-instance':
    case 'client':
    case 'virtual-network-gateway':
    case 'bastion':
    case 'route-server':
      return demand(1);
    default:
      return demand(0);
  }
};

const hasShownInterface = (estate: Estate, interfaces: readonly ResourceId[] | undefined): boolean =>
  (interfaces ?? []).some((id) => estate.isShown(id));

function endpointDemand(estate: Estate, endpoint: ResourceOf<'private-endpoint'>): Demand {
  const target = findResource(estate.design, endpoint.target);
  const parts = endpoint.groupIds.map((groupId) => membersOf(target, groupId));
  const sum = parts.reduce((total, part) => total + part.count, 0);
  const stated = endpoint.ipConfigurations?.length ?? 0;
  if (stated > sum) return demand(stated, `${stated} address configurations`);
  if (sum === 0) return demand(1);
  const words = flatMapped(parts, (part) => (part.arithmetic === undefined ? [] : [part.arithmetic]));
  return words.length > 0 ? demand(sum, words.join('; ')) : demand(sum);
}

function membersOf(target: Resource | undefined, groupId: string): Demand {
  const service = target?.kind === 'private-link-service' ? target.armType : target?.kind;
  const known = service === undefined ? undefined : subresourceOf(service, groupId);
  if (!known) return demand(1);
  const { addresses, addressesWhy, addressesPer } = known;
  const ofKind = addressesOfKind(target, known);
  if (ofKind !== undefined) return demand(ofKind, `an account of its kind has ${ofKind}`);
  const further = addressesPer === undefined ? undefined : furtherOf(target, addressesPer.what);
  if (addressesPer && further)
    return demand(
      addresses + further.count * addressesPer.count,
      `${addresses} (${addressesWhy}) + ${further.count} ${further.words}`,
    );
  return addresses === 1 ? demand(1) : demand(addresses, `${addresses}: ${addressesWhy}`);
}

function addressesOfKind(target: Resource | undefined, known: Subresource): number | undefined {
  const kind = target && 'accountKind' in target ? target.accountKind : undefined;
  return ofAccountKind(known.addressesOfKind, kind);
}

/** Replicas of a registry or further regions of a database; `undefined` for what has neither. */
function furtherOf(
  target: Resource | undefined,
  what: 'replica' | 'region',
): { readonly count: number; readonly words: string } | undefined {
  if (what === 'replica' && target?.kind === 'container-registry')
    return { count: target.replications?.length ?? 0, words: 'replicas' };
  if (what === 'region' && target?.kind === 'cosmos-db')
    return { count: target.additionalLocationCount ?? 0, words: 'further regions' };
  return undefined;
}

function kubernetesDemand(estate: Estate, cluster: KubernetesCluster, subnet: ResourceId): Demand {
  const parts: string[] = [];
  let count = 0;
  const add = ({ count: addresses, arithmetic }: CountedAddresses) => {
    count += addresses;
    parts.push(arithmetic);
  };
  const firstSubnet = estate.subnetOf(cluster.id);
  for (const pool of cluster.agentPoolProfiles) {
    const nodes = pool.maxCount ?? pool.count;
    const size = { nodes, surge: surgeNodes(pool.maxSurge, nodes), maxPods: pool.maxPods };
    const networking = podNetworkingOf(cluster, pool);
    if ((pool.subnet ?? firstSubnet) === subnet) add(nodeSubnetAddresses(networking, size));
    if (pool.podSubnet === subnet) add(podSubnetAddresses(networking, size));
  }
  if (firstSubnet === subnet && cluster.enablePrivateCluster && !hasDrawnApiServer(estate, cluster))
    add({ count: 1, arithmetic: '1 for the API server' });
  return demand(count, parts.join(' + '));
}

const hasDrawnApiServer = (estate: Estate, cluster: KubernetesCluster): boolean =>
  privateEndpointsOf(estate.design, cluster.id).connections.some(
    ({ endpoint }) => findOfKind(estate.design, endpoint?.parent, 'subnet') !== undefined,
  );

/** Only Azure CNI without overlay and without a pod subnet gives pods addresses of the node subnet. */
const podNetworkingOf = (
  { networkPlugin, networkPluginMode }: KubernetesCluster,
  { podSubnet, podIPAllocationMode }: KubernetesCluster['agentPoolProfiles'][number],
): PodNetworking => {
  if (podSubnet !== undefined) return podIPAllocationMode === 'StaticBlock' ? 'static-block' : 'pod-subnet';
  if (networkPlugin !== 'azure') return 'kubenet';
  return networkPluginMode === 'overlay' ? 'overlay' : 'node-subnet';
};
