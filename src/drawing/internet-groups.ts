import { type Design, findResource, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import type { Egress, Network, PacketQuery, RequiredFlow } from '#network';
import { managedNetworkId } from './hosted-networks.ts';
import { inboundGroup } from './inbound-group.ts';
import { worstOf } from './worst-verdict.ts';

/** A destination, or a kind of them, and whether packets get there. */
export interface Chip {
  readonly id: string;
  readonly text: string;
  /** `closed`: on purpose. `blocked`: by mistake, it is required. */
  readonly state: 'open' | 'closed' | 'blocked' | 'unknown';
  readonly label: string;
  readonly resource?: ResourceId;
  /** Findings of these rules are about it, where they stand `at` one of these things, or anywhere. */
  readonly judged?: { readonly by: readonly string[]; readonly at?: readonly ResourceId[] };
  /** Of what comes in: the people on the internet of whom the design says that they use it, and whether they can. */
  readonly callers?: readonly Caller[];
}

interface Caller {
  readonly client: ResourceId;
  readonly state: 'open' | 'blocked' | 'unknown';
}

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
  'AzureFrontDoor.FirstParty': 'Front Door',
  'AzureFrontDoor.Frontend': 'Front Door',
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
    const key = group.chips.map(({ text, state }) => `${text} ${state}`).join('|');
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

const isOutside = (flow: RequiredFlow): boolean =>
  flow.to.resource === undefined && (flow.to.serviceTag !== undefined || (flow.to.hosts?.length ?? 0) > 0);

const isOfStorage = (service: string): boolean => /^microsoft\.storage/i.test(service);

/** Its packets never meet the subnet's other way out: the service endpoint has a group of its own. */
const leavesByServiceEndpoint = (network: Network, subnet: ResourceId, { to }: RequiredFlow): boolean =>
  to.serviceTag === 'Storage' &&
  network
    .routesOf(subnet)
    .some(
      ({ origin, isActive, addressPrefix }) =>
        isActive && origin === 'service-endpoint' && isOfStorage(addressPrefix),
    );

const chipTitle = (flow: RequiredFlow): string => {
  const { serviceTag, hosts } = flow.to;
  if (serviceTag !== undefined)
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

function outboundGroups(network: Network): readonly InternetGroup[] {
  const { design } = network;
  const ways = new Map<string, { egress: Egress; subnets: Set<ResourceId>; flows: RequiredFlow[] }>();
  const wayOf = (subnet: ResourceId, flow: RequiredFlow) => {
    const egress = pastTheWay(network, subnet, flow) ?? network.egressOf(subnet);
    const key = `${egress.by}/${egress.resource ?? ''}/${egress.text === past ? past : ''}`;
    const way = ways.get(key) ?? { egress, subnets: new Set<ResourceId>(), flows: [] };
    ways.set(key, way);
    return way;
  };
  for (const flow of network.requiredFlows()) {
    const subnet = isOutside(flow) ? network.subnetOf(flow.from) : undefined;
    if (subnet === undefined || leavesByServiceEndpoint(network, subnet, flow)) continue;
    const way = wayOf(subnet, flow);
    way.subnets.add(subnet);
    way.flows.push(flow);
  }
  return [...ways].map(([key, { egress, subnets, flows }]) => ({
    id: `way:${key}`,
    title: egress.text === past ? 'Out past the firewall' : wayTitle(design, egress),
    chips: [
      ...requiredChips(network, key, flows),
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
    .filter((flow) => isOutside(flow) && network.subnetOf(flow.from) === undefined);
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

/** The worst verdict of all flows to a destination, one trace for each subnet, port and protocol. */
function requiredChips(network: Network, way: string, flows: readonly RequiredFlow[]): readonly Chip[] {
  const byTitle = new Map<string, Map<string, RequiredFlow>>();
  for (const flow of flows) {
    const title = chipTitle(flow);
    const distinct = byTitle.get(title) ?? new Map<string, RequiredFlow>();
    byTitle.set(title, distinct);
    const { serviceTag = '', hosts = [] } = flow.to;
    distinct.set(
      [network.subnetOf(flow.from), serviceTag, hosts[0], flow.protocol, flow.port].join(' '),
      flow,
    );
  }
  return [...byTitle].map(([text, distinct]) => {
    const state = worstOf([...distinct.values()].map((flow) => network.fateOf(flow).verdict));
    const said = {
      open: 'reached',
      blocked: 'required but blocked',
      unknown: 'cannot tell',
    }[state];
    return { id: `${way}/${text}`, text, state, label: `${text}: ${said}` };
  });
}

/** A name of RFC 2606 that nobody can have: in no service tag, so only a rule for everything lets it pass. */
const anywhere = 'nowhere.invalid';

function anythingElse(network: Network, way: string, flows: readonly RequiredFlow[]): readonly Chip[] {
  const from = flows[0]?.from;
  if (from === undefined) return [];
  const query: PacketQuery = { from, to: { hosts: [anywhere] }, protocol: 'Tcp', port: 443 };
  const { verdict } = network.fateOf(query);
  const state = verdict === 'delivered' ? 'open' : verdict === 'cannot-tell' ? 'unknown' : 'closed';
  const said = { open: 'open', closed: 'closed', unknown: 'cannot tell' }[state];
  return [{ id: `${way}/anything`, text: 'Anything else', state, label: `Any other destination: ${said}` }];
}

const machineLearningAlias = '/services/azure/machinelearning';

/** Whether anything in a subnet may send: endpoints answer only. What an export leaves out may, too. */
const maySend = ({ design, addressing }: Network, { id, delegations = [] }: ResourceOf<'subnet'>): boolean =>
  !design.source.complete ||
  delegations.length > 0 ||
  addressing(id).uses.some(({ resource }) => findResource(design, resource)?.kind !== 'private-endpoint');

function serviceEndpointGroup(network: Network): readonly InternetGroup[] {
  const { design } = network;
  const holders = resourcesOfKind(design, 'subnet').filter(
    (subnet) =>
      subnet.serviceEndpoints?.some(({ service }) => isOfStorage(service)) && maySend(network, subnet),
  );
  if (holders.length === 0) return [];
  const policies = holders.map((subnet) => subnet.serviceEndpointPolicies ?? []);
  const isGuarded = policies.every((ids) => ids.length > 0);
  const resources = resourcesOfKind(design, 'service-endpoint-policy')
    .filter((policy) => policies.some((ids) => ids.includes(policy.id)))
    .flatMap((policy) => policy.definitions.flatMap((definition) => definition.serviceResources));
  const aliases = resources.filter((one) => one.toLowerCase() === machineLearningAlias);
  const ofSubnets = new Map<ResourceId, RequiredFlow>();
  for (const flow of network.requiredFlows()) {
    const subnet = isOutside(flow) ? network.subnetOf(flow.from) : undefined;
    if (subnet !== undefined && !ofSubnets.has(subnet) && leavesByServiceEndpoint(network, subnet, flow))
      ofSubnets.set(subnet, flow);
  }
  // What a security group stops on the way out does not get to the endpoint.
  const fates = [...ofSubnets.values()].map((flow) => network.fateOf(flow).verdict);
  const reached = fates.length === 0 ? 'open' : worstOf(fates);
  const named = new Set(resources.filter((one) => !one.toLowerCase().startsWith('/services/')));
  const chip = (text: string, state: Chip['state']): Chip => ({
    id: `service-endpoint/${text}`,
    text,
    state,
    label: `${text}: ${state}`,
  });
  return [
    {
      id: 'service-endpoint',
      title: 'Out through the storage service endpoint',
      chips: [
        ...(aliases.length > 0 ? [chip('Azure ML managed storage', reached)] : []),
        ...(named.size > 0
          ? [chip(named.size === 1 ? '1 named account' : `${named.size} named accounts`, reached)]
          : []),
        isGuarded
          ? chip('Any other storage account', 'closed')
          : {
              ...chip('Any storage account', 'open'),
              judged: { by: ['service-endpoint-without-policy'], at: holders.map(({ id }) => id) },
            },
      ],
      from: holders.map((subnet) => subnet.id),
      meaning: 'service-endpoint',
    },
  ];
}
