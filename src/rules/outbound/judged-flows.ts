import { azureDnsAddress, azureDnsTag, doubtOf, requiredOutbound } from '#catalog';
import {
  childrenOf,
  type Design,
  findOfKind,
  findResource,
  flatMapped,
  kinds,
  type ResourceId,
  resourcesOfKind,
} from '#model';
import {
  type Destination,
  type Fate,
  type PacketQuery,
  prefixContains,
  type RequiredFlow,
  type Trace,
} from '#network';
import { designQuestion, ruleQuestion } from '../context.ts';
import {
  endpointsOf,
  machineLearningComputes,
  shownOfKind,
  virtualNetworkOf,
  wantsPrivate,
} from '../estate.ts';
import { admitsMachineLearning } from '../exfiltration/storage-policy.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import type { RuleContext } from '../rule.ts';

/** What can be changed so that a packet passes; names and services have rules of their own. */
const filters: ReadonlySet<string> = new Set([
  'network-security-group',
  'route-table',
  'azure-firewall',
  'firewall-policy',
  'security-admin-rules',
  'service-endpoint-policy',
]);

/** The filters that hold a packet back. */
export const blockersOf = ({ design }: RuleContext, { blockers }: Fate): readonly ResourceId[] =>
  blockers.length === 0
    ? blockers
    : blockers.filter((id) => filters.has(findResource(design, id)?.kind ?? ''));

/** The subnet that a flow is sent from. */
export const subnetOfFlow = (
  { network }: Pick<RuleContext, 'network'>,
  { from, fromSubnet }: PacketQuery,
): ResourceId | undefined => fromSubnet ?? network.subnetOf(from);

const requirements = new Map(requiredOutbound.map((one) => [one.id, one]));

const requirementOf = ({ requirement }: RequiredFlow) =>
  requirement === undefined ? undefined : requirements.get(requirement);

/** Optional software that a flow is for: a wish of the goals, not what Azure Machine Learning runs on. */
export const softwareOf = (flow: RequiredFlow): string | undefined => requirementOf(flow)?.software;

/** What no page confirms of the requirement that a flow comes from. */
export const doubtOfFlow = ({ goals }: RuleContext, flow: RequiredFlow): string | undefined => {
  const requirement = requirementOf(flow);
  return requirement && (doubtOf(requirement, 'hosts') ?? doubtOf(requirement, `hosts.${goals.cloud}`));
};

/** Where data may not leave, a place that a tag stands for with everybody's is opened by its host names. */
export const isByHost = ({ goals }: RuleContext, flow: RequiredFlow): boolean =>
  goals.exfiltrationPrevention === 'on' &&
  flow.to.hosts !== undefined &&
  requirementOf(flow)?.underExfiltrationPrevention === 'by-host-name';

/** A flow to the endpoint of a private link scope. */
export const isOfMonitor = ({ requirement, to }: RequiredFlow): boolean =>
  requirement === 'azure-monitor' && to.resource !== undefined;

/** Private endpoints that serve what a flow goes to. */
const endpointsFor = (design: Design, { resource, groupId }: Destination) =>
  resource === undefined
    ? []
    : endpointsOf(design, resource).filter((one) =>
        one.groupIds.some((group) => group.toLowerCase() === groupId?.toLowerCase()),
      );

/** A way with what becomes of packets on it; its story is that of the query. */
export interface JudgedWay {
  readonly query: PacketQuery;
  readonly fate: Fate;
}

/**
 * The way that is judged. Where the name of the design's own service does not lead to its endpoint, the rules for DNS
 * say so: here only the way to the endpoint counts, since opening the way to its public address would settle nothing.
 */
export function judgedWay(context: RuleContext, flow: RequiredFlow, fate: Fate): JudgedWay | undefined {
  return fate.verdict === 'delivered' ? { query: flow, fate } : stoppedWay(context, flow, fate);
}

function stoppedWay(context: RuleContext, flow: RequiredFlow, fate: Fate): JudgedWay | undefined {
  const { design, network } = context;
  const { resource } = flow.to;
  if (resource === undefined) return pastName(context, { query: flow, fate });
  const trace = network.trace(flow);
  const endpoints = endpointsFor(design, flow.to);
  const end = trace.hops.at(-1)?.at;
  const reached = endpoints.find(({ id }) => id === end);
  const isNamed = trace.verdict !== 'no-name' && trace.missing.length === 0;
  if (reached && isNamed) return { query: flow, fate };
  const home = virtualNetworkOf(design, flow.from);
  const near = endpoints.find(({ id }) => virtualNetworkOf(design, id) === home);
  // An end that no name led to is a guess: the endpoint in the sender's own network is the better one.
  const nearest = near ?? reached ?? endpoints[0];
  const address = nearest && network.addressAt(nearest.id, flow.to);
  if (address !== undefined) {
    const query = { ...flow, to: { address } };
    return { query, fate: network.fateOf(query) };
  }
  // Refused at its public end: only an endpoint helps, for which there is a rule of its own.
  return wantsPrivate(context) &&
    fate.blockers.includes(resource) &&
    whySubnetRefused(context, flow) === undefined
    ? undefined
    : { query: flow, fate };
}

/** Why a service that admits networks by service endpoints refuses a sender’s: it takes the service endpoint and the service’s rule. */
function whySubnetRefused(context: RuleContext, flow: RequiredFlow): string | undefined {
  const { design } = context;
  const service = findResource(design, flow.to.resource);
  const subnet = findOfKind(design, subnetOfFlow(context, flow), 'subnet');
  if (!subnet || !service || !('networkAcls' in service) || service.publicNetworkAccess === 'Disabled')
    return undefined;
  const { defaultAction, virtualNetworkRules } = service.networkAcls ?? {};
  if (defaultAction !== 'Deny' || virtualNetworkRules === undefined) return undefined;
  const provider = kinds[service.kind].armType?.split('/')[0]?.toLowerCase();
  const isAdmitted = virtualNetworkRules.includes(subnet.id);
  const isLed = subnet.serviceEndpoints?.some((one) => one.service.toLowerCase() === provider) === true;
  if (isAdmitted === isLed) return undefined;
  const name = labelOf(design, subnet.id);
  return isLed
    ? `no rule of its firewall admits ${name}, whose service endpoint leads there`
    : `its firewall admits ${name}, which has no service endpoint to come by`;
}

/** Of a packet whose name nobody answers for, what would stop it all the same; nothing where only the name does. */
function pastName({ network }: RuleContext, { query, fate }: JudgedWay): JudgedWay | undefined {
  if (fate.verdict !== 'no-name') return { query, fate };
  const [, ...stops] = network.trace(query).hops.filter(({ outcome }) => outcome === 'blocks');
  const blockers = new Set(flatMapped(stops, ({ at }) => at ?? []));
  return blockers.size === 0 ? undefined : { query, fate: { ...fate, blockers: [...blockers] } };
}

/** A peering that is up and denies access all the same: of one that is not connected another rule speaks. */
export const closedPeeringOf = ({ design }: RuleContext, { blockers }: Fate): ResourceId | undefined =>
  blockers.find((id) => {
    const peering = findOfKind(design, id, 'virtual-network-peering');
    return (
      peering?.allowVirtualNetworkAccess === false && (peering.peeringState ?? 'Connected') === 'Connected'
    );
  });

/** Whether a peering or the lack of one keeps a packet back: to open what stands before it would settle nothing. */
export const isKeptApart = ({ design }: RuleContext, { blockers }: Fate): boolean =>
  blockers.some((id) =>
    ['virtual-network', 'virtual-network-peering'].includes(findResource(design, id)?.kind ?? ''),
  );

/** Whether what holds a flow back is told by a rule of its own: a next hop that nothing has, a policy without the alias. */
export function isToldElsewhere(context: RuleContext, flow: RequiredFlow, blocker: ResourceId): boolean {
  const { design, isComplete, network } = context;
  const policy = findOfKind(design, blocker, 'service-endpoint-policy');
  if (policy)
    return (
      flow.to.resource === undefined &&
      machineLearningComputes(design).some(({ id }) => id === flow.from) &&
      !policy.definitions.some(({ serviceResources }) => serviceResources.some(admitsMachineLearning))
    );
  const table = findOfKind(design, blocker, 'route-table');
  const egress = table && isComplete ? network.egressOf(subnetOfFlow(context, flow) ?? flow.from) : undefined;
  return flow.to.resource === undefined && egress?.by === 'unknown' && egress.resource === undefined;
}

/**
 * Queries of computes and people to the DNS servers of their network, where all of these are shown or lie in it or in a
 * peered one: how packets get to any other is not known. Azure DNS is always reached, but past rules that name it.
 */
export function nameFlows(context: RuleContext): readonly (readonly RequiredFlow[])[] {
  const { design } = context;
  const askers = [
    ...machineLearningComputes(design),
    ...shownOfKind(design, 'kubernetes-cluster').filter(({ workspaces = [] }) => workspaces.length > 0),
    ...shownOfKind(design, 'client'),
  ];
  return flatMapped(askers, ({ id }) => {
    const own = findOfKind(design, virtualNetworkOf(design, id), 'virtual-network');
    if (!own) return [];
    const stated = own.dnsServers ?? [];
    const servers = stated.length > 0 ? stated : [azureDnsAddress];
    const isJudged = servers.includes(azureDnsAddress)
      ? namesAzureDns(design)
      : hasServersNear(context, own.id);
    if (!isJudged) return [];
    return [
      servers.map((address) => ({
        id: `${id} → ${address} udp/53`,
        from: id,
        to: { address },
        protocol: 'Udp' as const,
        port: 53,
        purpose: `the DNS servers of ${own.name}`,
        access: 'not-classified' as const,
      })),
    ];
  });
}

/** Whether a rule holds queries to Azure DNS, which only its tag can. */
const namesAzureDns = designQuestion((design): boolean =>
  resourcesOfKind(design, 'network-security-group').some(({ securityRules }) =>
    securityRules.some(({ destinationAddressPrefixes }) =>
      destinationAddressPrefixes.some((one) => one.toLowerCase() === azureDnsTag.toLowerCase()),
    ),
  ),
);

const hasServersNear = ruleQuestion(({ design, network }, id: ResourceId): boolean => {
  const servers = findOfKind(design, id, 'virtual-network')?.dnsServers ?? [];
  const named = flatMapped(childrenOf(design, id), (one) =>
    one.kind === 'virtual-network-peering' ? one.remoteVirtualNetwork : [],
  );
  const prefixes = flatMapped(
    [id, ...network.peersOf(id), ...named],
    (near: ResourceId) => findOfKind(design, near, 'virtual-network')?.addressPrefixes ?? [],
  );
  return servers.every(
    (address) =>
      prefixes.some((prefix) => prefixContains(prefix, address)) || isServerShown(design, network, address),
  );
});

/** Whether a DNS server of the design's networks has the address. */
const isServerShown = (design: Design, network: RuleContext['network'], address: string): boolean =>
  (['dns-server', 'dns-resolver-endpoint', 'azure-firewall'] as const).some((kind) =>
    resourcesOfKind(design, kind).some(
      ({ id }) => virtualNetworkOf(design, id) !== undefined && network.addressesOf(id).includes(address),
    ),
  );

/** The networks that keep a query from its server, where no filter and no peering does. */
export function apartFrom(
  { design }: RuleContext,
  { to }: RequiredFlow,
  { blockers }: Fate,
): DeadEnd | undefined {
  const at = blockers.find((id) => findOfKind(design, id, 'virtual-network') !== undefined);
  const { address = '' } = to;
  const home = resourcesOfKind(design, 'virtual-network').find(
    ({ id, addressPrefixes }) =>
      id !== at && addressPrefixes.some((prefix) => prefixContains(prefix, address)),
  );
  return (
    at && home && { at, reason: `no route leads from ${labelOf(design, at)} to ${labelOf(design, home.id)}` }
  );
}

/** Where packets to the design's own services end although no filter holds them back. */
export interface DeadEnd {
  readonly at: ResourceId;
  /** As the second half of a sentence. */
  readonly reason: string;
}

/** Where the way ends, in the words of the hop that ends it. */
export function endOf(hops: Trace['hops'], from: ResourceId): DeadEnd | undefined {
  const end = hops.find(({ outcome }) => outcome === 'blocks');
  const words = end?.text.replace(/\.$/, '').replace(/^Nothing sends it to the internet: /, '');
  const reason = words?.replace(/^(Nothing|No|The)\b/, (word) => word.toLowerCase());
  return end && reason !== undefined ? { at: end.at ?? from, reason } : undefined;
}

/** Networks that nothing joins, a peering that holds packets back, or a service that refuses them at its public end. */
export function deadEndOf(
  context: RuleContext,
  flow: RequiredFlow,
  { query, fate }: JudgedWay,
): DeadEnd | undefined {
  const { from, to } = flow;
  const { design, network } = context;
  const { verdict, blockers } = fate;
  if (to.resource === undefined || verdict === 'delivered' || verdict === 'cannot-tell') return undefined;
  if (verdict === 'no-name' || verdict === 'wrong-address') {
    // In a private design the endpoint that is missing is a finding of its own.
    const isMissing = !wantsPrivate(context) && endpointsFor(design, to).length === 0;
    const end = isMissing ? endOf(network.trace(query).hops, from) : undefined;
    return end && { at: to.resource, reason: end.reason };
  }
  for (const at of blockers) {
    const found = findResource(design, at);
    if (found?.kind === 'virtual-network') {
      const homes = endpointsOf(design, to.resource).map(({ id }) => virtualNetworkOf(design, id));
      const apart = [...new Set(homes)].filter((id) => id !== undefined && id !== at);
      const others = apart.map((id) => labelOf(design, id)).sort(inOrder);
      if (others.length > 0)
        return { at, reason: `no route leads from ${labelOf(design, at)} to ${listed(others)}` };
    }
    if (found?.kind === 'virtual-network-peering')
      return { at, reason: `peering ${found.name} does not let it pass` };
    if (at === to.resource && verdict === 'service-refused' && from !== at)
      return {
        at,
        reason:
          whySubnetRefused(context, flow) ??
          'no private endpoint leads to it, and its public end refuses the traffic',
      };
  }
  const isFiltered = blockersOf(context, fate).length > 0;
  return verdict === 'no-route' && !isFiltered ? endOf(network.trace(query).hops, from) : undefined;
}
