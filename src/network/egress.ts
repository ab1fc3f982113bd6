import {
  findOfKind,
  findResource,
  flatMapped,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKinds,
} from '#model';
import { addressBookOf } from './address-book.ts';
import { chooseRoute } from './choose-route.ts';
import { parseAddress } from './cidr.ts';
import { type Estate, estateQuestion } from './estate.ts';
import { interfaceAt, unseenInterfaceOf } from './interfaces.ts';
import { grouped } from './memo.ts';
import type { Egress } from './network.ts';
import { type PeeringLink, peeringsOf } from './peerings.ts';
import { standingOf, tableInWords } from './standing.ts';
import type { Target } from './target.ts';
import { wayByHub } from './wide-area-hubs.ts';

const internet: Target = { label: 'the internet', isPrivate: false };

/** How packets of a subnet leave for the internet. Azure's order: route, NAT gateway, public IP, load balancer, default. */
export const egressOfSubnet = estateQuestion((estate, subnet: ResourceId): Egress => {
  const { unseenTable: table } = standingOf(estate, subnet);
  if (table !== undefined)
    return { by: 'unknown', resource: table, text: `${tableInWords(estate, table, subnet)} is not shown` };
  const route = chooseRoute(estate, subnet, internet);
  if (!route || route.nextHopType === 'None')
    return { by: 'none', text: route ? `route ${route.name} drops it` : 'no route leads to the internet' };
  if (route.nextHopType === 'VirtualAppliance') {
    const owner = nextHopOwner(estate, subnet, route.nextHopIpAddress);
    const by = findResource(estate.design, owner)?.kind === 'azure-firewall' ? 'firewall' : 'appliance';
    return {
      by: owner === undefined ? 'unknown' : by,
      ...(owner === undefined ? {} : { resource: owner }),
      text: `route ${route.name} leads to ${owner === undefined ? route.nextHopIpAddress : estate.nameOf(owner)}`,
    };
  }
  if (route.nextHopType === 'VirtualNetworkGateway')
    return {
      by: 'gateway',
      ...(route.nextHop === undefined ? {} : { resource: route.nextHop }),
      text: `route ${route.name} leads to the gateway`,
    };
  return directEgress(estate, subnet);
});

/**
 * What sends packets out where the route says Internet: of one source, or of whatever is in the subnet. A NAT gateway goes
 * before public IP addresses, these before outbound rules of a load balancer, and default outbound access comes last.
 */
export const directEgress = (estate: Estate, subnetId: ResourceId, source?: Resource): Egress => {
  const subnet = findOfKind(estate.design, subnetId, 'subnet');
  if (!subnet || subnet.presence === 'not-shown') return { by: 'unknown', text: 'the subnet is not shown' };
  const byHub = wayByHub(estate, subnetId);
  if (byHub) return byHub;
  if (subnet.natGateway !== undefined)
    return {
      by: 'nat-gateway',
      resource: subnet.natGateway,
      text: `NAT gateway ${estate.nameOf(subnet.natGateway)}`,
    };
  return egressOfHolders(estate, source ? [source] : estate.occupantsOf(subnetId)) ?? lastResort(subnet);
};

/** By what a machine itself leaves: its public address, or what stands before it. */
function egressOfHolders(estate: Estate, holders: readonly Resource[]): Egress | undefined {
  const [alone] = holders.length === 1 ? holders : [];
  if (alone?.presence === 'not-shown')
    return { by: 'unknown', resource: alone.id, text: `${alone.name} is not shown` };
  const holder = holders.find((one) => hasPublicAddress(estate, one));
  if (holder)
    return { by: 'public-ip', resource: holder.id, text: `the public IP address of ${holder.name}` };
  const [balancer] = flatMapped(holders, (one) => outboundBalancerOf(estate, one) ?? []);
  if (balancer)
    return { by: 'load-balancer', resource: balancer.id, text: `the outbound rules of ${balancer.name}` };
  const cluster = holders.find((one) => one.kind === 'kubernetes-cluster');
  const ofCluster = cluster && egressOfCluster(cluster);
  // What a cluster is refused, its neighbours in the subnet may have.
  if (ofCluster && (ofCluster.by !== 'none' || holders.length === 1)) return ofCluster;
  const unseen = alone && unseenInterfaceOf(estate, alone.id);
  return unseen === undefined
    ? undefined
    : { by: 'unknown', resource: unseen, text: `network interface ${estate.nameOf(unseen)} is not shown` };
}

/** A load balancer with outbound rules and a public frontend, in whose backend pools a machine is. */
function outboundBalancerOf(estate: Estate, resource: Resource): ResourceOf<'load-balancer'> | undefined {
  const card = interfaceAt(estate, resource.id);
  return flatMapped(
    flatMapped(card?.ipConfigurations ?? [], (one) => one.loadBalancerBackendAddressPools ?? []),
    (id) => findOfKind(estate.design, id, 'load-balancer') ?? [],
  ).find(
    ({ hasOutboundRules, frontendIPConfigurations }) =>
      hasOutboundRules === true && frontendIPConfigurations.some((one) => one.publicIPAddress !== undefined),
  );
}

/** A cluster’s own way out; with the other outbound types the subnet has to have one. */
function egressOfCluster({ id, name, outboundType }: ResourceOf<'kubernetes-cluster'>): Egress {
  switch (outboundType ?? 'loadBalancer') {
    case 'loadBalancer':
      return { by: 'load-balancer', resource: id, text: `the public load balancer of ${name}` };
    case 'managedNATGateway':
      return { by: 'nat-gateway', resource: id, text: `the managed NAT gateway of ${name}` };
    default:
      return { by: 'none', resource: id, text: `${name} has outbound type ${outboundType}` };
  }
}

const lastResort = ({ name, defaultOutboundAccess }: ResourceOf<'subnet'>): Egress =>
  defaultOutboundAccess === false
    ? { by: 'none', text: `${name} is a private subnet without a way out` }
    : {
        by: 'default-outbound',
        text: `default outbound access of ${name}${defaultOutboundAccess === true ? '' : ': the property is not set'}`,
      };

/** Whether a resource has a public IP address of its own, by Azure's defaults where nothing is stated; not of what is not shown. */
export const hasPublicAddress = (estate: Estate, resource: Resource): boolean => {
  if (resource.presence === 'not-shown') return false;
  switch (resource.kind) {
    case 'compute-instance':
    case 'compute-cluster':
      return resource.enableNodePublicIp !== false;
    case 'serverless-compute':
      return resource.serverlessComputeNoPublicIP !== true;
    case 'network-interface':
      return resource.ipConfigurations.some((one) => one.publicIPAddress !== undefined);
    case 'virtual-machine':
    case 'network-virtual-appliance':
      return (resource.networkInterfaces ?? []).some((id) => {
        const one = findOfKind(estate.design, id, 'network-interface');
        return one !== undefined && hasPublicAddress(estate, one);
      });
    case 'application-gateway':
      return (resource.publicIPAddresses ?? []).length > 0;
    default:
      return false;
  }
};

/** The resource that has a next hop's address, in the subnet's network or one that is peered with it. */
export const nextHopOwner = (
  estate: Estate,
  subnet: ResourceId,
  nextHop: string | undefined,
): ResourceId | undefined => nextHopOf(estate, subnet, nextHop).owner;

/** What has a next hop, where anything in reach does, the virtual network that it lies in, and the peering that leads there. */
interface NextHop {
  readonly owner: ResourceId | undefined;
  readonly network: ResourceId | undefined;
  readonly link: PeeringLink | undefined;
}

/** Of a subnet's route. */
export const nextHopOf = (estate: Estate, subnet: ResourceId, nextHop: string | undefined): NextHop =>
  (nextHop === undefined ? undefined : hopsOf(estate, subnet).get(nextHop)) ?? hopAt(estate, subnet, nextHop);

/** Of all routes of the subnet's table. */
const hopsOf = estateQuestion((estate, subnet: ResourceId): ReadonlyMap<string, NextHop> => {
  const table = findOfKind(
    estate.design,
    findOfKind(estate.design, subnet, 'subnet')?.routeTable,
    'route-table',
  );
  const hops = new Set(flatMapped(table?.routes ?? [], ({ nextHopIpAddress }) => nextHopIpAddress ?? []));
  return new Map([...hops].map((hop) => [hop, hopAt(estate, subnet, hop)]));
});

function hopAt(estate: Estate, subnet: ResourceId, nextHop: string | undefined): NextHop {
  const owner = ownerOfHop(estate, subnet, nextHop);
  const network = owner === undefined ? undefined : estate.virtualNetworkOf(owner);
  const own = estate.virtualNetworkOf(subnet);
  const link =
    own === undefined || network === undefined || own === network
      ? undefined
      : peeringsOf(estate).linkBetween(own, network);
  return { owner, network, link };
}

function ownerOfHop(estate: Estate, subnet: ResourceId, nextHop: string | undefined): ResourceId | undefined {
  const address = parseAddress(nextHop ?? '');
  const own = estate.virtualNetworkOf(subnet);
  if (address === undefined || own === undefined) return undefined;
  const peerings = peeringsOf(estate);
  const peers = new Set(peerings.peersOf(own));
  const isReached = (network: ResourceId) =>
    network === own || (peers.has(network) && peerings.leadsTo(own, network, nextHop ?? ''));
  const owner = addressBookOf(estate)
    .ownersOf(address)
    .find((id) => {
      const network = estate.virtualNetworkOf(id);
      return network === undefined || isReached(network);
    });
  return owner === undefined ? undefined : machineOf(estate, owner);
}

/** The machine or appliance that a network interface belongs to, else the resource itself. */
export const machineOf = (estate: Estate, id: ResourceId): ResourceId => {
  if (findResource(estate.design, id)?.kind !== 'network-interface') return id;
  return machinesByInterface(estate, 'all').get(id)?.[0]?.id ?? id;
};

const machines = new Set(['virtual-machine', 'network-virtual-appliance'] as const);

const machinesByInterface = estateQuestion((estate, _: 'all') =>
  grouped(resourcesOfKinds(estate.design, machines), (one) => one.networkInterfaces ?? []),
);
