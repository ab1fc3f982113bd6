import {
  type Design,
  edits,
  enclosing,
  findOfKind,
  flatMapped,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import type { RequiredFlow } from '#network';
import { contextOf } from '../context.ts';
import { isShown, letsDataOut } from '../estate.ts';
import { coversInternet } from '../inbound/sources-of-rules.ts';
import { labelOf, listed } from '../labels.ts';
import { mayPeer, peerNetworks } from '../routing/peer-networks.ts';
import type { Fix, RuleContext } from '../rule.ts';
import { blockersOf, softwareOf, subnetOfFlow } from './judged-flows.ts';
import { openFix, storagePast } from './open-fix.ts';
import { openingsOf } from './openings.ts';
import { withPublicAddress } from './public-address.ts';
import { routeThrough } from './route-through.ts';

const isDefault = (prefix: string) => prefix === '0.0.0.0/0';

/** Whether a route table decides where the subnet's packets to the internet go: a NAT gateway would not be asked. */
const isRouted = (design: Design, { routeTable }: ResourceOf<'subnet'>): boolean =>
  routeTable !== undefined &&
  (findOfKind(design, routeTable, 'route-table')?.routes.some(({ addressPrefix }) =>
    isDefault(addressPrefix),
  ) ??
    true);

/** A route table of the same network that leads to a firewall which is there, the way its other subnets take. */
function tableToFirewall({ design, network }: RuleContext, subnet: ResourceOf<'subnet'>) {
  const neighbours = resourcesOfKind(design, 'subnet').filter(
    (one) => one.parent === subnet.parent && one.id !== subnet.id && one.routeTable !== undefined,
  );
  const neighbour = neighbours.find(({ id }) => network.egressOf(id).by === 'firewall');
  return findOfKind(design, neighbour?.routeTable, 'route-table');
}

/** Whether the security group denies what it does not list, and lists no more than places: a way out opens nothing else. */
function isSifted(design: Design, { networkSecurityGroup }: ResourceOf<'subnet'>): boolean {
  const group = findOfKind(design, networkSecurityGroup, 'network-security-group');
  const wide = (group?.securityRules ?? [])
    .filter(
      ({ direction, destinationAddressPrefixes }) =>
        direction === 'Outbound' && coversInternet(destinationAddressPrefixes),
    )
    .toSorted((one, other) => one.priority - other.priority);
  const [first] = wide;
  return first?.access === 'Deny' && first.protocol === '*' && first.destinationPortRanges.includes('*');
}

/** Whether it can be sent to: a firewall without a public address leads nowhere. */
const leadsOut = (firewall: ResourceOf<'azure-firewall'>): boolean =>
  isShown(firewall) && firewall.publicIPAddresses?.length !== 0;

/** The one firewall that a subnet can send to, in its own network before those that are peered with it. */
function firewallNear({ design, network }: RuleContext, subnet: ResourceOf<'subnet'>) {
  const home = enclosing(design, subnet.id, 'virtual-network')?.id;
  if (home === undefined) return undefined;
  const firewalls = resourcesOfKind(design, 'azure-firewall').filter(leadsOut);
  const networkOf = ({ id }: Resource) => enclosing(design, id, 'virtual-network')?.id;
  const own = firewalls.filter((one) => networkOf(one) === home);
  const peers = new Set<ResourceId | undefined>(network.peersOf(home));
  const near = own.length > 0 ? own : firewalls.filter((one) => peers.has(networkOf(one)));
  return near.length === 1 ? near[0] : undefined;
}

/** What holds back the flows to the internet that a subnet's computes require, and others that leave it. */
function filtersOf(
  context: RuleContext,
  subnet: ResourceId,
  others: readonly RequiredFlow[],
): ReadonlyMap<ResourceId, RequiredFlow[]> {
  const { network } = context;
  const held = new Map<ResourceId, RequiredFlow[]>();
  for (const flow of [...network.requiredFlows(), ...others]) {
    if (flow.to.resource !== undefined || softwareOf(flow) !== undefined) continue;
    if (subnetOfFlow(context, flow) !== subnet) continue;
    for (const id of blockersOf(context, network.fateOf(flow))) held.set(id, [...(held.get(id) ?? []), flow]);
  }
  return held;
}

/** By what a subnet would be led out, which a fix does where one is offered. */
export interface WayOut {
  readonly by: 'nat-gateway' | 'route-table';
  readonly fix?: Fix;
  /** Whether there is no fix because what could be added would open everything, against the goals. */
  readonly isHeldBack?: true;
}

/** A fix, and by what it leads out. */
interface Lead extends Fix {
  readonly by: WayOut['by'];
}

const heldBack: WayOut = { by: 'route-table', isHeldBack: true };

/** The design with a route, and with what its flows need on the way. */
function opened(
  led: Design,
  subnet: ResourceId,
  others: readonly RequiredFlow[],
  newId: () => ResourceId,
): Design {
  const after = contextOf(led);
  return [...filtersOf(after, subnet, others)].reduce(
    (current, [id, flows]) => openFix(after, id, flows)?.apply(current, newId) ?? current,
    led,
  );
}

/** Whose traffic decides what is opened on the way. */
interface Leaving {
  readonly subnet: ResourceOf<'subnet'>;
  /** Of what is no compute. */
  readonly others: readonly RequiredFlow[];
}

/** What is opened on the way out, each kind of change in words. */
function openingsAt(
  context: RuleContext,
  { subnet, others }: Leaving,
  { name }: Pick<Resource, 'name'>,
): readonly string[] {
  const { design, goals, network } = context;
  const flows = network.requiredFlows().filter((flow) => subnetOfFlow({ network }, flow) === subnet.id);
  const places = new Set(flatMapped(openingsOf(context, others), ({ destinations }) => destinations));
  const what = flows.length > 0 ? ['what its computes require', ...places] : [...places];
  const takesEndpoint =
    goals.exfiltrationPrevention === 'on' &&
    flows.some(({ to }) => to.serviceTag === 'Storage') &&
    (subnet.serviceEndpointPolicies ?? []).length === 0;
  return [
    ...(what.length > 0 ? [`Allow ${listed(what)}, where ${name} or a security group denies it`] : []),
    ...(takesEndpoint ? [storagePast(design, subnet.id)] : []),
  ];
}

/**
 * A route to a firewall that is there, with the rules that what has to leave by it needs there. Which these are is worked
 * out when the fix is made: it takes the network as it is with the route.
 */
function routeToFirewall(context: RuleContext, leaving: Leaving): Lead | undefined {
  const { subnet, others } = leaving;
  const firewall = firewallNear(context, subnet);
  const way = firewall && routeThrough(context.design, subnet, firewall);
  if (!way) return undefined;
  return {
    by: 'route-table',
    title: `Route through ${firewall.name}`,
    changes: [...way.changes, ...openingsAt(context, leaving, firewall)],
    apply: (before, newId) => opened(way.apply(before, newId), subnet.id, others, newId),
  };
}

/** A route to the only firewall of the design, with the peering that joins a network standing alone to the firewall's. */
function routeToHub(context: RuleContext, leaving: Leaving): Lead | undefined {
  const { design, network } = context;
  const { subnet, others } = leaving;
  const [firewall, ...more] = resourcesOfKind(design, 'azure-firewall');
  if (!firewall || more.length > 0 || !leadsOut(firewall)) return undefined;
  const way = routeThrough(design, subnet, firewall);
  const [own, hub] = [subnet, firewall].map(({ id }) => enclosing(design, id, 'virtual-network'));
  if (!way || !own || !hub || !mayPeer(own, hub) || network.peersOf(own.id).length > 0) return undefined;
  return {
    by: 'route-table',
    title: `Peer ${own.name} with ${hub.name}, and route through ${firewall.name}`,
    changes: [
      `Peer ${own.name} with ${hub.name}, both ways`,
      ...way.changes,
      ...openingsAt(context, leaving, firewall),
    ],
    apply: (before, newId) =>
      opened(peerNetworks(way.apply(before, newId), own, hub, newId), subnet.id, others, newId),
  };
}

/** The table of a neighbour that leads to a firewall, and what has to leave by it let pass there. */
function routeOfNeighbour(context: RuleContext, leaving: Leaving): Lead | 'taken' | undefined {
  const { subnet, others } = leaving;
  const table = tableToFirewall(context, subnet);
  if (!table) return undefined;
  if (subnet.routeTable !== undefined) return 'taken';
  const name = labelOf(context.design, subnet.id);
  const led = (before: Design) => edits.updateResource(before, subnet.id, 'subnet', { routeTable: table.id });
  const attached = `Attach route table ${table.name} to ${name}`;
  return {
    by: 'route-table',
    title: `Send it through ${table.name}`,
    changes: [attached, ...openingsAt(context, leaving, { name: 'the firewall' })],
    apply: (before, newId) => opened(led(before), subnet.id, others, newId),
  };
}

function withAddress(
  design: Design,
  gateway: ResourceId,
  name: string,
  region: ResourceId | undefined,
  newId: () => ResourceId,
): Design {
  const { design: added, address } = withPublicAddress(design, name, region, newId);
  return edits.updateResource(added, gateway, 'nat-gateway', { publicIPAddresses: [address] });
}

const attach = (design: Design, subnet: ResourceId, gateway: ResourceId) =>
  edits.updateResource(design, subnet, 'subnet', { natGateway: gateway });

const isNone = (list: readonly unknown[] | undefined) => list === undefined || list.length === 0;

/** A NAT gateway that is shown, and of which no address is. */
export function hasNoAddress(design: Design, id: ResourceId | undefined): boolean {
  const gateway = findOfKind(design, id, 'nat-gateway');
  return isShown(gateway) && isNone(gateway.publicIPAddresses) && isNone(gateway.publicIPPrefixes);
}

/** What a way out is for besides the computes of its subnet. */
export interface WayOutFor {
  /** A gateway that the subnet has and that lacks an address. */
  readonly without?: ResourceId | undefined;
  /** What leaves the subnet and is required of no compute. */
  readonly others?: readonly RequiredFlow[];
}

/**
 * The way out for a subnet: the route table to the firewall that its neighbours use, else a route of its own to a firewall
 * that is there, else a NAT gateway, an existing one first, and where that would open everything a route to the only
 * firewall of another network. No fix where routes lead elsewhere: which way is meant, nobody can tell.
 */
export function wayOutOf(context: RuleContext, id: ResourceId, of: WayOutFor = {}): WayOut {
  const lead = leadOf(context, id, of);
  if (lead === 'held back') return heldBack;
  return lead ? { by: lead.by, fix: lead } : { by: 'nat-gateway' };
}

function leadOf(
  context: RuleContext,
  id: ResourceId,
  { without, others = [] }: WayOutFor,
): Lead | 'held back' | undefined {
  const { design } = context;
  const subnet = findOfKind(design, id, 'subnet');
  if (!subnet || !isShown(subnet)) return undefined;
  const region = enclosing(design, id, 'region')?.id;
  const name = labelOf(design, id);
  if (without !== undefined)
    return {
      by: 'nat-gateway',
      title: 'Give the NAT gateway an address',
      changes: [`Add a public IP address for ${labelOf(design, without)}`],
      apply: (before, newId) => withAddress(before, without, labelOf(before, without), region, newId),
    };
  if (isRouted(design, subnet) || subnet.natGateway !== undefined) return undefined;
  const leaving = { subnet, others };
  const neighbours = routeOfNeighbour(context, leaving);
  if (neighbours) return neighbours === 'taken' ? undefined : neighbours;
  const route = routeToFirewall(context, leaving);
  if (route) return route;
  // Against the goals a bare NAT gateway would open everything: what to allow has to be settled first.
  if (!letsDataOut(context) && !isSifted(design, subnet))
    return routeToHub(context, leaving) ?? (subnet.routeTable === undefined ? 'held back' : undefined);
  const shared = resourcesOfKind(design, 'subnet').find(
    (one) => one.parent === subnet.parent && one.natGateway !== undefined,
  )?.natGateway;
  if (shared !== undefined)
    return {
      by: 'nat-gateway',
      title: `Attach ${labelOf(design, shared)}`,
      changes: [`Attach NAT gateway ${labelOf(design, shared)} to ${name}`],
      apply: (before) => attach(before, id, shared),
    };
  return {
    by: 'nat-gateway',
    title: 'Add a NAT gateway',
    changes: [`Add a NAT gateway with a public IP address`, `Attach it to ${name}`],
    apply: (before, newId) => {
      const gateway = newId();
      const label = edits.freeName(before, region, `ng-${subnet.name}`);
      const added = edits.addResource(before, {
        id: gateway,
        kind: 'nat-gateway',
        name: label,
        ...(region === undefined ? {} : { parent: region }),
      });
      return attach(withAddress(added, gateway, label, region, newId), id, gateway);
    },
  };
}
