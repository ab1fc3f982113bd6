import { requiredOutbound } from '#catalog';
import { type Design, findResource, type ResourceId, resourcesOfKind } from '#model';
import type { Egress, Network, PacketQuery, RequiredFlow } from '#network';
import { type Chip, chipOf, saidOfRequired } from './chip.ts';
import { managedNetworkId } from './hosted-networks.ts';
import { inboundGroup } from './inbound-group.ts';
import { isOutside, leavesByServiceEndpoint, subnetOfFlow } from './outside-flows.ts';
import { type JointFate, jointFate, type Sender, worstBySubnet } from './senders.ts';
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

/** Of a service tag behind which anybody can rent a place. */
export const sitesOfAnybody = 'Any site behind Front Door';

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
  'AzureFrontDoor.Frontend': sitesOfAnybody,
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

const tagTitle = (serviceTag: string): string =>
  tagTitles[serviceTag] ?? serviceTag.replace(/([a-z])([A-Z])/g, '$1 $2');

const chipTitle = (flow: RequiredFlow): string => {
  const { serviceTag, hosts } = flow.to;
  if (serviceTag !== undefined && !namedByHost.has(serviceTag)) return tagTitle(serviceTag);
  const [host = 'Hosts'] = hosts ?? [];
  return host.replace(/^\*\./, '');
};

const past = 'by a route of its own';

/** A service tag whose route leads straight to the internet, while everything else goes through a firewall. */
function pastTheWay(
  network: Network,
  subnet: ResourceId,
  { to }: Pick<PacketQuery, 'to'>,
): Egress | undefined {
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

/** What sends. */
type Source = Pick<PacketQuery, 'from' | 'fromSubnet'>;

interface Way {
  readonly egress: Egress;
  readonly subnets: Set<ResourceId>;
  readonly flows: RequiredFlow[];
  /** Of people on jump boxes. */
  readonly peoplesFlows: RequiredFlow[];
  /** Machines that leave so, where nothing does of which something is required. */
  readonly machines: Source[];
}

/** Ways that are things on the drawing: one without its arrow would seem to let nothing out. */
const drawnWays: ReadonlySet<Egress['by']> = new Set(['firewall', 'appliance', 'nat-gateway']);

const keyOf = ({ by, resource, text }: Egress): string =>
  `${by}/${resource ?? ''}/${text === past ? past : ''}`;

function outboundGroups(network: Network): readonly InternetGroup[] {
  const { design } = network;
  const ways = new Map<string, Way>();
  const egressFor = (subnet: ResourceId, flow: RequiredFlow) =>
    pastTheWay(network, subnet, flow) ?? network.egressOf(subnet);
  const wayOf = (egress: Egress): Way => {
    const key = keyOf(egress);
    const way = ways.get(key) ?? { egress, subnets: new Set(), flows: [], peoplesFlows: [], machines: [] };
    ways.set(key, way);
    return way;
  };
  for (const flow of network.requiredFlows()) {
    const subnet = isOutside(flow) ? subnetOfFlow(network, flow) : undefined;
    if (subnet === undefined || leavesByServiceEndpoint(network, subnet, flow)) continue;
    const way = wayOf(egressFor(subnet, flow));
    way.subnets.add(subnet);
    way.flows.push(flow);
  }
  for (const { id, presence } of resourcesOfKind(design, 'virtual-machine')) {
    const subnet = presence === undefined ? network.subnetOf(id) : undefined;
    const egress = subnet && network.egressOf(subnet);
    if (!egress || !drawnWays.has(egress.by) || ways.get(keyOf(egress))?.flows.length) continue;
    const way = wayOf(egress);
    way.subnets.add(subnet);
    way.machines.push({ from: id });
  }
  // People on jump boxes have no line of their own, but where they share a way it may not tell them a falsehood.
  for (const { machine } of network.jumpBoxes())
    for (const flow of network.studioFlows(machine)) {
      const subnet = subnetOfFlow(network, flow);
      if (subnet !== undefined) ways.get(keyOf(egressFor(subnet, flow)))?.peoplesFlows.push(flow);
    }
  return [...ways].map(([key, { egress, subnets, flows, peoplesFlows, machines }]) => {
    const required = requiredChips(network, key, flows, peoplesFlows);
    // Where it leads is not shown, but it is known to get nowhere.
    const isLost = egress.by === 'unknown' && required.every(({ state }) => state === 'blocked');
    const isNone = egress.by === 'none' || isLost;
    const isPast = egress.text === past;
    return {
      id: `way:${key}`,
      title: isPast
        ? 'Out past the firewall'
        : isNone
          ? noWayTitle(design, subnets)
          : wayTitle(design, egress),
      chips: [
        ...required,
        ...(isNone || isPast ? [] : furtherChips(network, key, [...flows, ...machines], required)),
      ],
      from: isNone ? [] : startsOf(design, egress, subnets),
      meaning: 'route' as const,
    };
  });
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
    const required = requiredChips(network, key, own);
    if (own.length > 0)
      groups.set(managed.workspace, {
        id: `way:${key}`,
        title: `Out of the managed network of ${findResource(design, managed.workspace)?.name}`,
        chips: [...required, ...furtherChips(network, key, own, required)],
        from: [key],
        meaning: 'route',
      });
  }
  return [...groups.values()];
}

/** Where the arrow to the internet starts. */
function startsOf(design: Design, egress: Egress, subnets: ReadonlySet<ResourceId>): readonly ResourceId[] {
  return egress.resource === undefined || isBadge(design, egress.resource) ? [...subnets] : [egress.resource];
}

const isBadge = (design: Design, id: ResourceId): boolean =>
  findResource(design, id)?.kind === 'nat-gateway' || findResource(design, id)?.kind === 'public-ip-address';

/** Of whom, as another subnet may well get out. */
function noWayTitle(design: Design, subnets: ReadonlySet<ResourceId>): string {
  const [first, ...more] = [...subnets].map((id) => findResource(design, id)?.name ?? 'a subnet');
  return more.length === 0 ? `No way out of ${first}` : `No way out of ${first} and ${more.length} more`;
}

function wayTitle(design: Design, egress: Egress): string {
  const name = findResource(design, egress.resource)?.name;
  switch (egress.by) {
    case 'unknown':
      return 'Way out unknown';
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
const senderOf = (network: Network, { from, fromSubnet }: Source): ResourceId =>
  fromSubnet ?? network.subnetOf(from) ?? ('' as ResourceId);

/** A name of RFC 2606 that nobody can have: in no service tag, so only a rule for everything lets it pass. */
const anywhere = 'nowhere.invalid';

/** What a rule for a service tag may open beside what is required. */
const knownTags: ReadonlySet<string> = new Set(
  requiredOutbound.flatMap(({ serviceTag }) => serviceTag ?? []),
);

/** What else is open: services that nothing here requires, and anything at all. */
function furtherChips(
  network: Network,
  way: string,
  sources: readonly Source[],
  required: readonly Chip[],
): readonly Chip[] {
  const senders = new Map(sources.toReversed().map((one) => [senderOf(network, one), one]));
  if (senders.size === 0) return [];
  const fateTo = (to: PacketQuery['to']): JointFate | undefined => {
    const fates = [...senders].flatMap(([subnet, { from, fromSubnet }]) => {
      // By another way than this.
      if (leavesByServiceEndpoint(network, subnet, { to }) || pastTheWay(network, subnet, { to })) return [];
      const packet = { from, ...(fromSubnet === undefined ? {} : { fromSubnet }), to };
      const { verdict } = network.fateOf({ ...packet, protocol: 'Tcp', port: 443 });
      const fate = verdict === 'delivered' ? 'open' : verdict === 'cannot-tell' ? 'unknown' : 'closed';
      return [{ subnet, fate } as const];
    });
    return fates.length === 0 ? undefined : jointFate(network.design, fates.toReversed(), saidOfFurther);
  };
  const rest = fateTo({ hosts: [anywhere] });
  if (!rest) return [];
  const anything = chipOf(`${way}/anything`, 'Anything else', rest, 'Any other destination');
  if (rest.state === 'open') return [anything];
  const known = new Set(required.map(({ text }) => text));
  const opened = new Map<string, Chip>();
  for (const serviceTag of knownTags) {
    const title = tagTitle(serviceTag);
    if (known.has(title) || opened.has(title)) continue;
    const fate = fateTo({ serviceTag, hosts: [anywhere] });
    if (fate?.state === 'open' || fate?.state === 'varied')
      opened.set(title, chipOf(`${way}/${title}`, title, fate));
  }
  return [...opened.values(), anything];
}

const saidOfFurther = { open: 'open', closed: 'closed', unknown: 'cannot tell', blocked: 'closed' } as const;
