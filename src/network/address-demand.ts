import { subresourceOf } from '#catalog';
import { findOfKind, findResource, type Resource, type ResourceId, type ResourceOf } from '#model';
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
  const words = parts.flatMap((part) => (part.arithmetic === undefined ? [] : [part.arithmetic]));
  return words.length > 0 ? demand(sum, words.join('; ')) : demand(sum);
}

function membersOf(target: Resource | undefined, groupId: string): Demand {
  const service = target?.kind === 'private-link-service' ? target.armType : target?.kind;
  const known = service === undefined ? undefined : subresourceOf(service, groupId);
  const base = known?.addresses ?? 1;
  if (target?.kind === 'container-registry') {
    const replicas = target.replications?.length ?? 0;
    return demand(base + replicas, `${base} (registry and data endpoint) + ${replicas} replicas`);
  }
  if (target?.kind === 'cosmos-db') {
    const regions = target.additionalLocationCount ?? 0;
    return demand(base + regions, `${base} + ${regions} further regions`);
  }
  if (target?.kind === 'ai-services' && target.accountKind?.toLowerCase() === 'aiservices')
    return demand(3, 'an account of kind AIServices has three');
  return base === 1 ? demand(1) : demand(base, `${base}: ${known?.addressesWhy}`);
}

/** Nodes that an upgrade adds: a number, or a percentage of the pool rounded up; one by default. */
const surgeOf = (text: string | undefined, nodes: number): number => {
  const match = /^\s*(\d+)\s*(%?)\s*$/.exec(text ?? '');
  if (!match) return 1;
  const value = Number(match[1]);
  return match[2] === '%' ? Math.ceil((nodes * value) / 100) : value;
};

function kubernetesDemand(estate: Estate, cluster: KubernetesCluster, subnet: ResourceId): Demand {
  const parts: string[] = [];
  let count = 0;
  const add = (addresses: number, arithmetic: string) => {
    count += addresses;
    parts.push(arithmetic);
  };
  const firstSubnet = estate.subnetOf(cluster.id);
  for (const pool of cluster.agentPoolProfiles) {
    const nodes = pool.maxCount ?? pool.count;
    const surge = surgeOf(pool.maxSurge, nodes);
    const all = nodes + surge;
    if ((pool.subnet ?? firstSubnet) === subnet) {
      const pods = podsInNodeSubnet(cluster, pool);
      if (pods === 0) add(all, `${nodes} + ${surge}`);
      else add(all * (1 + pods), `(${nodes} + ${surge}) × (1 + ${pods})`);
    }
    if (pool.podSubnet === subnet) {
      const pods = Math.ceil((pool.maxPods ?? 110) / 16) * 16;
      add(all * pods, `(${nodes} + ${surge}) × ${pods} pod addresses in batches of 16`);
    }
  }
  if (firstSubnet === subnet && cluster.enablePrivateCluster && !hasDrawnApiServer(estate, cluster))
    add(1, '1 for the API server');
  return demand(count, parts.join(' + '));
}

const hasDrawnApiServer = (estate: Estate, cluster: KubernetesCluster): boolean =>
  privateEndpointsOf(estate.design, cluster.id).connections.some(
    ({ endpoint }) => findOfKind(estate.design, endpoint?.parent, 'subnet') !== undefined,
  );

/** Only Azure CNI without overlay and without a pod subnet gives pods addresses of the node subnet. */
const podsInNodeSubnet = (
  cluster: KubernetesCluster,
  pool: KubernetesCluster['agentPoolProfiles'][number],
): number => {
  const isClassic =
    cluster.networkPlugin === 'azure' &&
    cluster.networkPluginMode === undefined &&
    pool.podSubnet === undefined;
  return isClassic ? (pool.maxPods ?? 30) : 0;
};
