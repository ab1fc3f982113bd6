import {
  type Design,
  edits,
  type FirewallRule,
  findOfKind,
  findResource,
  type ResourceId,
  type RuleCollection,
  resourcesOfKind,
  type SecurityRule,
} from '#model';
import { prefixContains, type RequiredFlow } from '#network';
import { type RuleContext, ruleQuestion } from '../context.ts';
import { letsDataOut } from '../estate.ts';
import { labelOf } from '../labels.ts';
import type { Fix } from '../rule.ts';
import { withRulesOnTop } from '../rules-on-top.ts';
import { isByHost } from './judged-flows.ts';

/** Flows to one destination with one protocol: one rule opens them. */
interface Opening {
  readonly destinations: readonly string[];
  /** Host names where no tag says it. */
  readonly isHosts: boolean;
  readonly protocol: 'Tcp' | 'Udp';
  readonly ports: readonly number[];
}

/** Tags that stand for everybody's accounts and vaults: a firewall that lets them pass lets data out. */
const everybodys: ReadonlySet<string> = new Set(['Storage', 'AzureKeyVault']);

/** Whether opening it at a firewall breaks the goal: a service endpoint with its policy is the way then, or none. */
const wouldLetDataOut = ({ goals }: RuleContext, flows: readonly RequiredFlow[]): boolean =>
  goals.exfiltrationPrevention === 'on' &&
  flows.some(({ to }) => to.serviceTag !== undefined && everybodys.has(to.serviceTag));

/** Whether a sender lies outside its own network: no tag holds its addresses. */
const isAstray = ({ design, network }: RuleContext, flows: readonly RequiredFlow[]): boolean =>
  flows.some(({ from }) => {
    const subnet = findOfKind(design, network.subnetOf(from), 'subnet');
    const home = findOfKind(design, subnet?.parent, 'virtual-network');
    return (
      subnet !== undefined &&
      home !== undefined &&
      !subnet.addressPrefixes.every((prefix) =>
        home.addressPrefixes.some((space) => prefixContains(space, prefix)),
      )
    );
  });

/** Addresses of a resource and of the private endpoints that lead to it. */
const addressesAt = ruleQuestion(({ design, network }, id: ResourceId): readonly string[] => {
  const endpoints = resourcesOfKind(design, 'private-endpoint').filter(({ target }) => target === id);
  const places = [id, ...endpoints.map((one) => one.id)];
  return [...new Set(places.flatMap((one) => network.addressesOf(one)))];
});

function openingsOf(context: RuleContext, flows: readonly RequiredFlow[]): readonly Opening[] {
  const openings = new Map<string, { opening: Omit<Opening, 'ports'>; ports: Set<number> }>();
  for (const flow of flows) {
    const { hosts, address, resource } = flow.to;
    const serviceTag = isByHost(context, flow) ? undefined : flow.to.serviceTag;
    const addresses = resource ? addressesAt(context, resource) : [];
    const isHosts = serviceTag === undefined && address === undefined && addresses.length === 0;
    const destinations = serviceTag
      ? [serviceTag]
      : address
        ? [address]
        : addresses.length > 0
          ? addresses
          : (hosts ?? []);
    if (destinations.length === 0) continue;
    const key = `${destinations.join()} ${flow.protocol}`;
    const entry = openings.get(key) ?? {
      opening: { destinations, isHosts, protocol: flow.protocol },
      ports: new Set<number>(),
    };
    entry.ports.add(flow.port);
    openings.set(key, entry);
  }
  return [...openings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { opening, ports }]) => ({ ...opening, ports: [...ports].sort((a, b) => a - b) }));
}

const wordsOf = ({ destinations, protocol, ports }: Opening) =>
  `${protocol.toUpperCase()} ${ports.join(', ')} to ${destinations.join(', ')}`;

/** Security groups know no host names: what has no tag is opened to the internet on its port. */
const groupRules = (
  openings: readonly Opening[],
  direction: SecurityRule['direction'],
): readonly Omit<SecurityRule, 'priority'>[] =>
  openings.map(({ destinations, isHosts, protocol, ports }) => ({
    name: `Allow-${isHosts ? 'Internet' : (destinations[0] ?? '').replace(/[^\w.-]/g, '-')}-${protocol}-${ports.join('-')}`,
    direction,
    access: 'Allow',
    protocol,
    sourceAddressPrefixes: ['VirtualNetwork'],
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: isHosts ? ['Internet'] : destinations,
    destinationPortRanges: ports.map(String),
  }));

const web = new Set([80, 443]);

const firewallRules = (openings: readonly Opening[], sourceAddresses: readonly string[]) => {
  const network: FirewallRule[] = [];
  const application: FirewallRule[] = [];
  for (const opening of openings) {
    const { destinations, isHosts, protocol, ports } = opening;
    const name = wordsOf(opening).replaceAll(', ', ' ').slice(0, 80);
    if (isHosts && protocol === 'Tcp' && ports.every((port) => web.has(port)))
      application.push({
        ruleType: 'ApplicationRule',
        name,
        sourceAddresses,
        protocols: ports.map((port) => ({ protocolType: port === 80 ? 'Http' : 'Https', port })),
        targetFqdns: destinations,
      });
    else
      network.push({
        ruleType: 'NetworkRule',
        name,
        sourceAddresses,
        ipProtocols: [protocol.toUpperCase()],
        destinationAddresses: isHosts ? [] : destinations,
        ...(isHosts ? { destinationFqdns: destinations } : {}),
        destinationPorts: ports.map(String),
      });
  }
  return { network, application };
};

const collections = (
  openings: readonly Opening[],
  sourceAddresses: readonly string[],
  taken: readonly number[],
): readonly RuleCollection[] => {
  const { network, application } = firewallRules(openings, sourceAddresses);
  let priority = Math.max(100, Math.min(1000, ...taken) - 2);
  return [
    { name: 'azure-machine-learning-network', rules: network },
    { name: 'azure-machine-learning-application', rules: application },
  ]
    .filter(({ rules }) => rules.length > 0)
    .map((collection) => {
      while (taken.includes(priority)) priority += 1;
      priority += 1;
      return { ...collection, priority: priority - 1, action: 'Allow' as const };
    });
};

function openFirewall(
  design: Design,
  id: ResourceId,
  openings: readonly Opening[],
  from: readonly string[],
): Design {
  const firewall = findOfKind(design, id, 'azure-firewall');
  if (firewall) {
    const own = firewall.ruleCollections ?? [];
    const added = collections(
      openings,
      from,
      own.map(({ priority }) => priority),
    );
    return edits.updateResource(design, id, 'azure-firewall', { ruleCollections: [...own, ...added] });
  }
  const policy = findOfKind(design, id, 'firewall-policy');
  if (!policy) return design;
  const groups = policy.ruleCollectionGroups ?? [];
  const first = Math.min(201, ...groups.map(({ priority }) => priority));
  const group = {
    name: `azure-machine-learning-${groups.length + 1}`,
    priority: Math.max(100, first - 1),
    ruleCollections: collections(openings, from, []),
  };
  return edits.updateResource(design, id, 'firewall-policy', { ruleCollectionGroups: [...groups, group] });
}

/** A security group can open the whole internet only: fit where the goals allow that, or a firewall sifts what comes out. */
const maySendAnywhere = (context: RuleContext, flows: readonly RequiredFlow[]): boolean =>
  letsDataOut(context) ||
  flows.every(({ from }) => {
    const subnet = context.network.subnetOf(from);
    return subnet !== undefined && context.network.egressOf(subnet).by === 'firewall';
  });

/** Rules that let the flows pass at what blocks them; nothing where more than rules would have to change. */
export function openFix(
  context: RuleContext,
  id: ResourceId,
  flows: readonly RequiredFlow[],
): Fix | undefined {
  const { design, network } = context;
  const openings = openingsOf(context, flows);
  const kind = findResource(design, id)?.kind;
  if (openings.length === 0 || isAstray(context, flows)) return undefined;
  const name = labelOf(design, id);
  const changes = openings.map((opening) => `Allow ${wordsOf(opening)} in ${name}`);
  const title = `Allow ${openings.length === 1 && openings[0] ? wordsOf(openings[0]) : `${openings.length} destinations`}`;
  if (kind === 'network-security-group') {
    if (openings.some(({ isHosts }) => isHosts) && !maySendAnywhere(context, flows)) return undefined;
    const before = findOfKind(design, id, 'network-security-group')?.securityRules ?? [];
    // A group that is not at the computes holds back what comes in to the endpoints.
    const isAtSource = flows.some(
      ({ from }) => findOfKind(design, network.subnetOf(from), 'subnet')?.networkSecurityGroup === id,
    );
    const direction = isAtSource ? 'Outbound' : 'Inbound';
    const securityRules = withRulesOnTop(before, groupRules(openings, direction), direction);
    return (
      securityRules && {
        title,
        changes,
        apply: (current) => edits.updateResource(current, id, 'network-security-group', { securityRules }),
      }
    );
  }
  if (kind !== 'azure-firewall' && kind !== 'firewall-policy') return undefined;
  if (wouldLetDataOut(context, flows)) return undefined;
  // Without a public address no rule helps, and rules beside a policy count for nothing.
  const firewall = findOfKind(design, id, 'azure-firewall');
  if (firewall && (firewall.firewallPolicy || firewall.publicIPAddresses?.length === 0)) return undefined;
  const from = [
    ...new Set(
      flows.flatMap(
        (flow) => findOfKind(design, network.subnetOf(flow.from), 'subnet')?.addressPrefixes ?? [],
      ),
    ),
  ].sort();
  return { title, changes, apply: (before) => openFirewall(before, id, openings, from) };
}
