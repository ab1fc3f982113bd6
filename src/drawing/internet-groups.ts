import { type Design, findResource, type ResourceId, resourcesOfKind } from '#model';
import type { Egress, Network, PacketQuery, RequiredFlow } from '#network';
import { type Chip, chipOf, saidOfRequired } from './chip.ts';
import { managedNetworkId } from './hosted-networks.ts';
import { inboundGroup } from './inbound-group.ts';
import { isOutside, leavesByServiceEndpoint, subnetOfFlow } from './outside-flows.ts';
import { jointFate, type Sender, worstBySubnet } from './senders.ts';
import { serviceEndpointGroup } from './service-endpoint-group.ts';
import { fateFor } from './worst-verdict.ts';

/** One way between the design and the internet. */
export interface InternetGroup {
  readonly id: string;
  readonly title: string;
  readonly chips: readonly Chip[];
  /** Where packets of this way leave: the firewall, the gateway, or the subnets themselves. */
  readonly from: readonly string[];
  readonly meaning: 'route' | 'service-endpoint' | 'inbound';
}

const tagTitles: Readonly<Record<string, string>> = {
  AzureActiveDirectory: 'Entra ID',
  AzureResourceManager: 'Resource Manager',
  AzureMachineLearning: 'Azure ML',
  BatchNodeManagement: 'Batch',
  Storage: 'Storage',
  MicrosoftContainerRegistry: 'Container images',
  AzureContainerRegistry: 'Container registry',
  AzureFrontDoor: 'Front Door',
  // The content network behind those images: one is of no use without the other.
  'AzureFrontDoor.FirstParty': 'Container images',
  AzureMonitor: 'Monitor',
  AzureKeyVault: 'Key Vault',
  VirtualNetwork: 'Virtual network',
  Internet: 'Internet',
};

/** The required destinations outside, by the way their packets leave; then service endpoints; then what comes in. */
export function internetGroups(network: Network): readonly InternetGroup[] {
  return [
    ...sameAsOne(outboundGroups(network), (count) => `Out in ${count} ways alike`),
    ...sameAsOne(managedGroups(network), (count) => `Out of ${count} managed networks`),
    ...serviceEndpointGroup(network),
    ...inboundGroup(network),
  ];
}

/** So many groups alike stand side by side; more are told as one. */
const mostAlike = 2;

/** Groups that reach the same, as one from all their starts where they are many. */
function sameAsOne(
  groups: readonly InternetGroup[],
  titleOf: (count: number) => string,
): readonly InternetGroup[] {
  const alike = new Map<string, InternetGroup[]>();
  for (const group of groups) {
    // What holds for some senders names them.
    const key = group.chips
      .map(({ text, state, share, label }) => (share === undefined ? `${text} ${state}` : label))
      .join('|');
    alike.set(key, [...(alike.get(key) ?? []), group]);
  }
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (!first || same.length <= mostAlike) return same;
    const titles = new Set(same.map(({ title }) => title));
    return [
      {
        ...first,
        title: titles.size === 1 ? first.title : titleOf(same.length),
        from: same.flatMap(({ from }) => from),
      },
    ];
  });
}

/** Tags for more than is needed behind them, which a rule for the host names takes the place of. */
const namedByHost: ReadonlySet<string> = new Set(['AzureFrontDoor.Frontend']);

const chipTitle = (flow: RequiredFlow): string => {
  const { serviceTag, hosts } = flow.to;
  if (serviceTag !== undefined && !namedByHost.has(serviceTag))
    return tagTitles[serviceTag] ?? serviceTag.replace(/([a-z])([A-Z])/g, '$1 $2');
  const [host = 'Hosts'] = hosts ?? [];
  return host.replace(/^\*\./, '');
};

const past = 'by a route of its own';

/** A service tag whose route leads straight to the internet, while everything else goes through a firewall. */
function pastTheWay(network: Network, subnet: ResourceId, { to }: RequiredFlow): Egress | undefined {
  const tag = to.serviceTag?.toLowerCase();
  const { by } = network.egressOf(subnet);
  if (tag === undefined || (by !== 'firewall' && by !== 'appliance')) return undefined;
  const isPast = network
    .routesOf(subnet)
    .some(
      ({ addressPrefix, nextHopType, isActive }) =>
        isActive &&
        nextHopType === 'Internet' &&
        (addressPrefix.toLowerCase() === tag || addressPrefix.toLowerCase().startsWith(`${tag}.`)),
    );
  return isPast ? { by: 'public-ip', text: past } : undefined;
}

interface Way {
  readonly egress: Egress;
  readonly subnets: Set<ResourceId>;
  readonly flows: RequiredFlow[];
  /** Of people on jump boxes. */
  readonly peoplesFlows: RequiredFlow[];
}

const keyOf = ({ by, resource, text }: Egress): string =>
  `${by}/${resource ?? ''}/${text === past ? past : ''}`;

function outboundGroups(network: Network): readonly InternetGroup[] {
  const { design } = network;
  const ways = new Map<string, Way>();
  const egressFor = (subnet: ResourceId, flow: RequiredFlow) =>
    pastTheWay(network, subnet, flow) ?? network.egressOf(subnet);
  for (const flow of network.requiredFlows()) {
    const subnet = isOutside(flow) ? subnetOfFlow(network, flow) : undefined;
    if (subnet === undefined || leavesByServiceEndpoint(network, subnet, flow)) continue;
    const egress = egressFor(subnet, flow);
    const key = keyOf(egress);
    const way = ways.get(key) ?? { egress, subnets: new Set<ResourceId>(), flows: [], peoplesFlows: [] };
    ways.set(key, way);
    way.subnets.add(subnet);
    way.flows.push(flow);
  }
  // People on jump boxes add nothing to the drawing, but where they share a way it may not tell them a falsehood.
  for (const { machine } of network.jumpBoxes())
    for (const flow of network.studioFlows(machine)) {
      const subnet = subnetOfFlow(network, flow);
      if (subnet !== undefined) ways.get(keyOf(egressFor(subnet, flow)))?.peoplesFlows.push(flow);
    }
  return [...ways].map(([key, { egress, subnets, flows, peoplesFlows }]) => ({
    id: `way:${key}`,
    title: egress.text === past ? 'Out past the firewall' : wayTitle(design, egress),
    chips: [
      ...requiredChips(network, key, flows, peoplesFlows),
      ...(egress.by === 'none' || egress.text === past ? [] : anythingElse(network, key, flows)),
    ],
    from: startsOf(design, egress, subnets),
    meaning: 'route' as const,
  }));
}

/** What computes in the managed networks of workspaces reach: no packet of theirs passes a network of one's own. */
function managedGroups(network: Network): readonly InternetGroup[] {
  const { design } = network;
  const flows = network
    .requiredFlows()
    .filter((flow) => isOutside(flow) && subnetOfFlow(network, flow) === undefined);
  const groups = new Map<ResourceId, InternetGroup>();
  for (const { id } of resourcesOfKind(design, 'workspace')) {
    const managed = network.managedNetworkOf(id);
    if (!managed || groups.has(managed.workspace)) continue;
    const own = flows.filter(({ from }) => managed.sources.includes(from));
    const key = managedNetworkId(managed.workspace);
    if (own.length > 0)
      groups.set(managed.workspace, {
        id: `way:${key}`,
        title: `Out of the managed network of ${findResource(design, managed.workspace)?.name}`,
        chips: [...requiredChips(network, key, own), ...anythingElse(network, key, own)],
        from: [key],
        meaning: 'route',
      });
  }
  return [...groups.values()];
}

/** Where the arrow to the internet starts; there is none where nothing leaves. */
function startsOf(design: Design, egress: Egress, subnets: ReadonlySet<ResourceId>): readonly ResourceId[] {
  if (egress.by === 'none') return [];
  return egress.resource === undefined || isBadge(design, egress.resource) ? [...subnets] : [egress.resource];
}

const isBadge = (design: Design, id: ResourceId): boolean =>
  findResource(design, id)?.kind === 'nat-gateway' || findResource(design, id)?.kind === 'public-ip-address';

function wayTitle(design: Design, egress: Egress): string {
  const name = findResource(design, egress.resource)?.name;
  switch (egress.by) {
    case 'none':
      return 'No way out';
    case 'unknown':
      return 'Way out not shown';
    case 'default-outbound':
      return 'Out by default outbound access';
    case 'public-ip':
      return 'Out through public addresses';
    default:
      return name === undefined ? 'Out' : `Out through ${name}`;
  }
}

/** What becomes of all flows to a destination, one of each subnet, port and protocol. */
function requiredChips(
  network: Network,
  way: string,
  flows: readonly RequiredFlow[],
  peoplesFlows: readonly RequiredFlow[] = [],
): readonly Chip[] {
  const byTitle = new Map<string, Map<string, Sender>>();
  const add = (flow: RequiredFlow, machine?: ResourceId) => {
    const title = chipTitle(flow);
    const distinct = byTitle.get(title) ?? new Map<string, Sender>();
    byTitle.set(title, distinct);
    const { serviceTag = '', hosts = [] } = flow.to;
    const subnet = senderOf(network, flow);
    const key = [subnet, machine, serviceTag, hosts[0], flow.protocol, flow.port].join(' ');
    if (distinct.has(key)) return;
    const fate = fateFor(network.fateOf(flow).verdict);
    distinct.set(key, { subnet, fate, ...(machine === undefined ? {} : { machine }) });
  };
  for (const flow of flows) add(flow);
  for (const flow of peoplesFlows) add(flow, flow.from);
  return [...byTitle].map(([text, distinct]) => {
    const senders = worstBySubnet([...distinct.values()]);
    return chipOf(`${way}/${text}`, text, jointFate(network.design, senders, saidOfRequired));
  });
}

/** All computes of a managed network send as one. */
const senderOf = (network: Network, flow: RequiredFlow): ResourceId =>
  subnetOfFlow(network, flow) ?? ('' as ResourceId);

/** A name of RFC 2606 that nobody can have: in no service tag, so only a rule for everything lets it pass. */
const anywhere = 'nowhere.invalid';

function anythingElse(network: Network, way: string, flows: readonly RequiredFlow[]): readonly Chip[] {
  const first = new Map(flows.toReversed().map((flow) => [senderOf(network, flow), flow]));
  const senders = [...first].map(([subnet, { from, fromSubnet }]) => {
    const query: PacketQuery = {
      from,
      ...(fromSubnet === undefined ? {} : { fromSubnet }),
      to: { hosts: [anywhere] },
      protocol: 'Tcp',
      port: 443,
    };
    const { verdict } = network.fateOf(query);
    const fate = verdict === 'delivered' ? 'open' : verdict === 'cannot-tell' ? 'unknown' : 'closed';
    return { subnet, fate } as const;
  });
  if (senders.length === 0) return [];
  const joint = jointFate(network.design, senders.toReversed(), saidOfFurther);
  return [chipOf(`${way}/anything`, 'Anything else', joint, 'Any other destination')];
}

const saidOfFurther = { open: 'open', closed: 'closed', unknown: 'cannot tell', blocked: 'closed' } as const;
