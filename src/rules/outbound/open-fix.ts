import { serviceEndpointPolicyAliases } from '#catalog';
import {
  counted,
  type Design,
  edits,
  type FirewallRule,
  findOfKind,
  findResource,
  flatMapped,
  type ResourceId,
  type ResourceOf,
  type RuleCollection,
  type SecurityRule,
} from '#model';
import { prefixContains, type RequiredFlow } from '#network';
import type { RuleContext } from '../context.ts';
import { letsDataOut } from '../estate.ts';
import { storagePolicyName, withStorageEndpoint } from '../exfiltration/storage-policy.ts';
import { labelOf } from '../labels.ts';
import type { Fix } from '../rule.ts';
import { withRulesOnTop } from '../rules-on-top.ts';
import { subnetOfFlow } from './judged-flows.ts';
import { type Opening, openingsOf, sifted, storageSenders, wordsOf } from './openings.ts';

/** Those that flows leave. */
const subnetsOf = (context: RuleContext, flows: readonly RequiredFlow[]): readonly ResourceOf<'subnet'>[] =>
  flatMapped(
    [...new Set(flows.map((flow) => subnetOfFlow(context, flow)))],
    (id) => findOfKind(context.design, id, 'subnet') ?? [],
  );

/** Whether a sender lies outside its own network: no tag holds its addresses. */
const isAstray = (context: RuleContext, flows: readonly RequiredFlow[]): boolean =>
  subnetsOf(context, flows).some((subnet) => {
    const home = findOfKind(context.design, subnet.parent, 'virtual-network');
    return (
      home !== undefined &&
      !subnet.addressPrefixes.every((prefix) =>
        home.addressPrefixes.some((space) => prefixContains(space, prefix)),
      )
    );
  });

/** Security groups know no host names: what has no tag is opened to the internet on its ports, by one rule for all. */
function asGroupOpens(openings: readonly Opening[]): readonly Opening[] {
  const ofHosts = new Map<Opening['protocol'], Opening>();
  for (const one of openings.filter(({ isHosts }) => isHosts)) {
    const { destinations = [], ports = [] } = ofHosts.get(one.protocol) ?? {};
    ofHosts.set(one.protocol, {
      ...one,
      destinations: [...new Set([...destinations, ...one.destinations])].sort(),
      ports: [...new Set([...ports, ...one.ports])].sort((a, b) => a - b),
    });
  }
  return [...openings.filter(({ isHosts }) => !isHosts), ...ofHosts.values()];
}

const groupRules = (
  openings: readonly Opening[],
  direction: SecurityRule['direction'],
): readonly Omit<SecurityRule, 'priority'>[] =>
  openings.map(({ destinations, isHosts, protocol, ports }) => ({
    name: `Allow-${isHosts ? 'Internet' : (destinations[0] ?? '').replace(/[^\w.-]/g, '-')}-${protocol}-${ports.join('-')}`,
    direction,
    access: 'Allow',
    protocol: protocol === 'Any' ? '*' : protocol,
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
    const name = wordsOf(opening).replaceAll(', ', ' ').replaceAll(' – ', '-').slice(0, 80);
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
        ipProtocols: [protocol === 'Any' ? protocol : protocol.toUpperCase()],
        destinationAddresses: isHosts ? [] : destinations,
        ...(isHosts ? { destinationFqdns: destinations } : {}),
        destinationPorts: ports.map(String),
      });
  }
  return { network, application };
};

/** The smallest priority that Azure takes. */
const foremost = 100;

/** In their order, with priorities after those that are taken: what would stand in their way moves back. */
const after = <T extends { readonly priority: number }>(items: readonly T[], taken: number): readonly T[] => {
  let last = taken;
  const moved = new Map(
    items
      .toSorted((one, other) => one.priority - other.priority)
      .map((item) => {
        last = Math.max(item.priority, last + 1);
        return [item, last];
      }),
  );
  return items.map((item) => {
    const priority = moved.get(item) ?? item.priority;
    return priority === item.priority ? item : { ...item, priority };
  });
};

/** A name of a collection or a group that none of them has yet. */
function freeAmong(taken: readonly { readonly name: string }[], wanted: string): string {
  const names = new Set(taken.map(({ name }) => name));
  let free = wanted;
  for (let count = 2; names.has(free); count += 1) free = `${wanted}-${count}`;
  return free;
}

/** What a firewall comes to let pass. */
interface Admission {
  /** By which its rule collections are named. */
  readonly purpose: string;
  readonly openings: readonly Opening[];
  /** Prefixes of the senders. */
  readonly from: readonly string[];
}

const collections = (
  { purpose, openings, from }: Admission,
  own: readonly RuleCollection[],
): readonly RuleCollection[] => {
  const { network, application } = firewallRules(openings, from);
  const first = Math.max(foremost, Math.min(1000, ...own.map(({ priority }) => priority)) - 2);
  return [
    { name: freeAmong(own, `${purpose}-network`), rules: network },
    { name: freeAmong(own, `${purpose}-application`), rules: application },
  ]
    .filter(({ rules }) => rules.length > 0)
    .map((collection, at) => ({ ...collection, priority: first + at, action: 'Allow' as const }));
};

/** What the flows are for, as a name: people at a machine of theirs are there for studio. */
const purposeOf = ({ design }: RuleContext, flows: readonly RequiredFlow[]): string =>
  flows.every(({ from }) => findOfKind(design, from, 'virtual-machine'))
    ? 'studio'
    : 'azure-machine-learning';

function openFirewall(design: Design, id: ResourceId, admission: Admission): Design {
  const firewall = findOfKind(design, id, 'azure-firewall');
  if (firewall) {
    const own = firewall.ruleCollections ?? [];
    const added = collections(admission, own);
    const ruleCollections = [...after(own, added.at(-1)?.priority ?? 0), ...added];
    return edits.updateResource(design, id, 'azure-firewall', { ruleCollections });
  }
  const policy = findOfKind(design, id, 'firewall-policy');
  if (!policy) return design;
  const groups = policy.ruleCollectionGroups ?? [];
  const first = Math.min(201, ...groups.map(({ priority }) => priority));
  const group = {
    name: freeAmong(groups, admission.purpose),
    priority: Math.max(foremost, first - 1),
    ruleCollections: collections(admission, []),
  };
  const ruleCollectionGroups = [...after(groups, group.priority), group];
  return edits.updateResource(design, id, 'firewall-policy', { ruleCollectionGroups });
}

/** What has to make room for rules at the very front. */
function movedBack(design: Design, id: ResourceId, name: string): readonly string[] {
  const groups = findOfKind(design, id, 'firewall-policy')?.ruleCollectionGroups ?? [];
  if (groups.some(({ priority }) => priority <= foremost))
    return [`Move rule collection groups of ${name} that stand in the way behind the new one`];
  const own = findOfKind(design, id, 'azure-firewall')?.ruleCollections ?? [];
  return own.some(({ priority }) => priority <= foremost + 1)
    ? [`Move rule collections of ${name} that stand in the way behind the new ones`]
    : [];
}

/** A security group can open the whole internet only: fit where the goals allow that, or a firewall sifts what comes out. */
const maySendAnywhere = (context: RuleContext, flows: readonly RequiredFlow[]): boolean =>
  letsDataOut(context) ||
  flows.every((flow) => {
    const subnet = subnetOfFlow(context, flow);
    return subnet !== undefined && context.network.egressOf(subnet).by === 'firewall';
  });

/**
 * Of flows that a group holds back those that it holds in a direction: one that guards both ends may do so at either. A
 * group that is not at the computes holds back what comes in to the endpoints.
 */
function heldIn(
  context: RuleContext,
  id: ResourceId,
  flows: readonly RequiredFlow[],
  direction: SecurityRule['direction'],
): readonly RequiredFlow[] {
  const { design, network } = context;
  return flows.filter((flow) => {
    const stops = network.trace(flow).hops.filter(({ at, outcome }) => at === id && outcome === 'blocks');
    if (stops.length > 0) return stops.some((stop) => stop.direction === direction);
    const subnet = findOfKind(design, subnetOfFlow(context, flow), 'subnet');
    return (subnet?.networkSecurityGroup === id) === (direction === 'Outbound');
  });
}

/** The rules of a group with those that let the flows pass on top; `undefined` where they do not fit. */
function openedGroup(
  context: RuleContext,
  id: ResourceId,
  flows: readonly RequiredFlow[],
): readonly SecurityRule[] | undefined {
  let rules: readonly SecurityRule[] | undefined =
    findOfKind(context.design, id, 'network-security-group')?.securityRules ?? [];
  for (const direction of ['Outbound', 'Inbound'] as const) {
    const openings = openingsOf(context, heldIn(context, id, flows, direction));
    if (openings.length > 0)
      rules = rules && withRulesOnTop(rules, groupRules(asGroupOpens(openings), direction), direction);
  }
  return rules;
}

/** What has to make room in a group. */
function movedDown(design: Design, id: ResourceId, after: readonly SecurityRule[]): readonly string[] {
  const group = findOfKind(design, id, 'network-security-group');
  const priorities = new Set(
    after.map(({ direction, name, priority }) => `${direction} ${name} ${priority}`),
  );
  const moved = (group?.securityRules ?? []).filter(
    ({ direction, name, priority }) => !priorities.has(`${direction} ${name} ${priority}`),
  );
  return moved.length === 0
    ? []
    : [`Move ${counted(moved.length, 'rule')} of ${group?.name} down to make room`];
}

const groupTitle = (opening: Opening): string => {
  const { isHosts, protocol, ports } = opening;
  const way = `${protocol.toUpperCase()} ${ports.join(', ')}`;
  return `Allow ${isHosts ? `${way} to all of the internet` : wordsOf(opening)}`;
};

/** What a security group opens for it, which may be more than is asked for. */
const groupWords = (opening: Opening): string => {
  const { isHosts, destinations } = opening;
  return isHosts
    ? `${groupTitle(opening)}, since a security group knows no host names, for ${destinations.join(', ')}`
    : groupTitle(opening);
};

/** How storage of Azure Machine Learning is asked past a firewall. */
export const storagePast = (design: Design, subnet: ResourceId): string =>
  `Give ${labelOf(design, subnet)} the service endpoint Microsoft.Storage, and service endpoint policy ${storagePolicyName(design, subnet)} that admits ${serviceEndpointPolicyAliases.machineLearning}`;

/** Rules that let the flows pass at what blocks them; nothing where more than rules would have to change. */
export function openFix(
  context: RuleContext,
  id: ResourceId,
  flows: readonly RequiredFlow[],
): Fix | undefined {
  const { design } = context;
  const openings = openingsOf(context, flows);
  const kind = findResource(design, id)?.kind;
  if (openings.length === 0 || isAstray(context, flows)) return undefined;
  const name = labelOf(design, id);
  const changes = openings.map((opening) => `Allow ${wordsOf(opening)} in ${name}`);
  const title = `Allow ${openings.length === 1 && openings[0] ? wordsOf(openings[0]) : `${openings.length} destinations`}`;
  if (kind === 'network-security-group') {
    if (openings.some(({ isHosts }) => isHosts) && !maySendAnywhere(context, flows)) return undefined;
    const securityRules = openedGroup(context, id, flows);
    const opened = asGroupOpens(openings);
    const [only, ...further] = opened;
    return (
      securityRules && {
        title: only && further.length === 0 ? groupTitle(only) : `Allow ${opened.length} destinations`,
        changes: [
          ...opened.map((opening) => `${groupWords(opening)} in ${name}`),
          ...movedDown(design, id, securityRules),
        ],
        apply: (current) => edits.updateResource(current, id, 'network-security-group', { securityRules }),
      }
    );
  }
  if (kind !== 'azure-firewall' && kind !== 'firewall-policy') return undefined;
  const { open, shut } = sifted(context, flows);
  // Storage has a way of its own, past the firewall; vaults have none but their endpoints.
  if (shut.some((one) => one !== 'Storage')) return undefined;
  // Without a public address no rule helps, and rules beside a policy count for nothing.
  const firewall = findOfKind(design, id, 'azure-firewall');
  if (firewall && (firewall.firewallPolicy || firewall.publicIPAddresses?.length === 0)) return undefined;
  const from = [
    ...new Set(flatMapped(subnetsOf(context, flows), ({ addressPrefixes }) => addressPrefixes)),
  ].sort();
  const moves = movedBack(design, id, name);
  const purpose = purposeOf(context, flows);
  if (shut.length === 0)
    return {
      title,
      changes: [...changes, ...moves],
      apply: (before) => openFirewall(before, id, { purpose, openings, from }),
    };
  const senders = storageSenders(context, flows);
  if (senders.length === 0) return undefined;
  const past = `storage past ${name} by a service endpoint policy`;
  const words = open.length === 1 && open[0] ? wordsOf(open[0]) : `${open.length} destinations`;
  return {
    title: open.length === 0 ? `Send ${past}` : `Allow ${words}, and ${past}`,
    changes: [
      ...open.map((opening) => `Allow ${wordsOf(opening)} in ${name}`),
      ...(open.length === 0 ? [] : moves),
      ...senders.map((subnet) => storagePast(design, subnet)),
    ],
    apply: (before, newId) =>
      senders.reduce(
        (current, subnet) => withStorageEndpoint(current, subnet, newId),
        open.length === 0 ? before : openFirewall(before, id, { purpose, openings: open, from }),
      ),
  };
}
