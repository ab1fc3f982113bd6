import { managedNetworkHostRules, managedNetworkModes, managedNetworkTags } from '#catalog';
import {
  allResources,
  findOfKind,
  findResource,
  flatMapped,
  type Resource,
  type ResourceId,
  type ResourceOf,
} from '#model';
import { parseAddress } from './cidr.ts';
import { missingFact } from './dns-zones.ts';
import { type Estate, estateQuestion } from './estate.ts';
import { hostCovers } from './host-patterns.ts';
import { hasManagedNetwork, hostedBy, networkHolderOf } from './hosted-sources.ts';
import type { Destination, ManagedNetwork, ManagedNetworkRule, PacketQuery } from './network.ts';
import { holdEveryAddress, type Match, matchPort, matchProtocol, placesOf, tagCovers } from './tags.ts';
import { isService } from './target.ts';

type Workspace = ResourceOf<'workspace'>;
type OutboundRule = NonNullable<NonNullable<Workspace['managedNetwork']>['outboundRules']>[number];

/** The managed virtual network of a workspace; a project's is its hub's. */
export const managedNetworkOf = estateQuestion((estate, id: ResourceId): ManagedNetwork | undefined => {
  const workspace = findOfKind(estate.design, id, 'workspace');
  if (!workspace || workspace.presence !== undefined) return undefined;
  const holder = networkHolderOf(estate, workspace);
  const { managedNetwork } = holder;
  if (!hasManagedNetwork(holder) || !managedNetwork || managedNetwork.isolationMode === 'Disabled')
    return undefined;
  const { isolationMode, outboundRules } = managedNetwork;
  const all = (outboundRules ?? []).map((rule) => ({ rule: ruleOf(estate, rule), works: isWorking(rule) }));
  const listed = flatMapped(all, ({ rule, works }) => (works ? rule : []));
  const broken = new Set(flatMapped(all, ({ rule, works }) => (works ? [] : keyOf(rule))));
  // Where Azure's own list holds the endpoints that it made, it decides; else they are what the mode makes.
  const isWhole = listed.some(({ origin }) => origin === 'automatic');
  const own = isWhole
    ? []
    : automaticRules(estate, holder, isolationMode).filter((one) => !broken.has(keyOf(one)));
  const rules = [...requiredRules(isolationMode), ...own, ...listed];
  return {
    workspace: holder.id,
    isolationMode,
    rules: [...new Map(rules.map((rule) => [keyOf(rule), rule])).values()],
    sources: hostedBy(estate, holder.id),
    ...(outboundRules === undefined && !estate.isComplete
      ? {
          missing: missingFact(
            estate,
            `the outbound rules of the managed network of ${holder.name}`,
            'workspace.managedNetwork.outboundRules',
            holder.id,
          ),
        }
      : {}),
  };
});

/** One that Azure could not make, or that it takes away, opens nothing. */
const isWorking = ({ status }: OutboundRule): boolean => status !== 'Failed' && status !== 'Deleting';

const keyOf = ({
  type,
  destination,
  target,
  groupId,
  protocol,
  ports,
  isDenial,
  addressPrefixes,
}: ManagedNetworkRule): string =>
  [
    type,
    (target ?? destination).toLowerCase(),
    groupId?.toLowerCase(),
    protocol,
    ports,
    isDenial,
    addressPrefixes,
  ].join('|');

/** Approved outbound alone knows tags: everything leaves where the internet is allowed. */
const requiredRules = (mode: ManagedNetwork['isolationMode']): readonly ManagedNetworkRule[] =>
  mode === 'AllowInternetOutbound'
    ? []
    : managedNetworkTags.outbound
        .filter((tag) => tag !== 'VirtualNetwork')
        .map((tag) => ({ name: tag, type: 'ServiceTag', origin: 'required', destination: tag }));

/** Private endpoints that Azure makes for the workspace and its resources. */
function automaticRules(
  { design }: Estate,
  workspace: Workspace,
  mode: ManagedNetwork['isolationMode'],
): readonly ManagedNetworkRule[] {
  const which = managedNetworkModes.find((one) => one.mode === mode)?.automaticEndpoints;
  const wanted: readonly (readonly [id: ResourceId | undefined, ...groupIds: readonly string[]])[] = [
    [workspace.id, 'amlworkspace'],
    [workspace.storageAccount, 'blob', 'file'],
    [workspace.keyVault, 'vault'],
    [workspace.containerRegistry, 'registry'],
  ];
  return flatMapped(wanted, ([id, ...groupIds]) => {
    const target = findResource(design, id);
    if (!target || (which !== 'all' && !isClosed(target))) return [];
    return groupIds.map((groupId) =>
      endpointRule(`${target.name} (${groupId})`, 'automatic', target, groupId),
    );
  });
}

const isClosed = (target: Resource): boolean =>
  'publicNetworkAccess' in target && target.publicNetworkAccess === 'Disabled';

const endpointRule = (
  name: string,
  origin: ManagedNetworkRule['origin'],
  target: Resource,
  groupId: string,
): ManagedNetworkRule => ({
  name,
  type: 'PrivateEndpoint',
  origin,
  destination: target.name,
  target: target.id,
  groupId,
});

function ruleOf(estate: Estate, rule: OutboundRule): ManagedNetworkRule {
  const { name, type, destination, subresourceTarget, protocol, portRanges, action, addressPrefixes } = rule;
  const category = rule.category?.toLowerCase();
  const origin = category === 'required' ? 'required' : category === 'dependency' ? 'automatic' : 'user';
  if (type === 'PrivateEndpoint') {
    const target = targetOf(estate, destination);
    const group = subresourceTarget === undefined ? {} : { groupId: subresourceTarget };
    return target
      ? { ...endpointRule(name, origin, target, subresourceTarget ?? ''), ...group }
      : { name, type, origin, destination, ...group };
  }
  const ports = portRanges === undefined ? {} : { ports: portRanges };
  return {
    name,
    type,
    origin,
    destination,
    ...(protocol === undefined ? {} : { protocol }),
    ...ports,
    ...(action === 'Deny' ? { isDenial: true } : {}),
    ...(addressPrefixes ? { addressPrefixes } : {}),
  };
}

/** The service that a rule names by its Azure resource id, or by its name where it was drawn. */
function targetOf(estate: Estate, destination: string): Resource | undefined {
  const wanted = destination.toLowerCase();
  const targets = targetsByName(estate, 'all');
  return (
    findResource(estate.design, destination as ResourceId) ??
    targets.get(wanted) ??
    targets.get(`/${wanted.split('/').at(-1)}`)
  );
}

/** By Azure resource id; what has none by its name after a slash. */
const targetsByName = estateQuestion(({ design }, _: 'all') => {
  const targets = new Map<string, Resource>();
  for (const one of allResources(design))
    if (isService(one)) targets.set(one.azureId?.toLowerCase() ?? `/${one.name.toLowerCase()}`, one);
  return targets;
});

/** The private endpoint that leads to a service, in words. */
export const endpointRuleFor = (
  { rules }: ManagedNetwork,
  resource: ResourceId,
  groupId: string,
): string | undefined => {
  const rule = rules.find(
    (one) =>
      one.type === 'PrivateEndpoint' &&
      one.target === resource &&
      (one.groupId === undefined || one.groupId.toLowerCase() === groupId.toLowerCase()),
  );
  return (
    rule &&
    `${rule.origin === 'user' ? `outbound rule ${rule.name}` : 'automatic private endpoint'} (${groupId})`
  );
};

/** Whether a rule for a service tag, or for the addresses that it names instead, holds a public place. */
function matchPlace(
  { type, destination, addressPrefixes }: ManagedNetworkRule,
  { serviceTag, region, address }: Destination,
): Match {
  if (type !== 'ServiceTag') return 'no';
  if (addressPrefixes) {
    if (holdEveryAddress(addressPrefixes)) return 'yes';
    const { ranges } = placesOf(addressPrefixes);
    const value = address === undefined ? undefined : parseAddress(address);
    if (value === undefined) return 'maybe';
    return ranges.some(({ first, last }) => first <= value && value <= last) ? 'yes' : 'no';
  }
  if (/^internet$/i.test(destination)) return 'yes';
  return serviceTag !== undefined && tagCovers(destination, serviceTag, region) === 'yes' ? 'yes' : 'no';
}

/** Rules that together let a packet out to a public place; the one that denies it, or that may hold it; or what none lets out. */
type RulesFound =
  | { readonly names: readonly string[] }
  | { readonly denial: string }
  | { readonly doubt: string }
  | { readonly lacking: string };

export const rulesFor = (
  { rules }: ManagedNetwork,
  to: Destination,
  { protocol, port }: Pick<PacketQuery, 'protocol' | 'port'>,
): RulesFound => {
  const { serviceTag, hosts = [], address } = to;
  const open = rules.filter(
    (rule) =>
      (rule.protocol === undefined || matchProtocol(rule.protocol, protocol)) &&
      matchPort((rule.ports ?? defaultPorts(rule)).split(','), port),
  );
  const denials = open.filter(({ isDenial }) => isDenial);
  const allows = open.filter(({ isDenial }) => !isDenial);
  const denial = denials.find((rule) => matchPlace(rule, to) === 'yes');
  if (denial) return { denial: denial.name };
  const mayDeny = denials.find((rule) => matchPlace(rule, to) === 'maybe');
  const letOut = (names: readonly string[]) => (mayDeny ? { doubt: mayDeny.name } : { names });
  const byTag = allows.find((rule) => matchPlace(rule, to) === 'yes');
  if (byTag) return letOut([byTag.name]);
  const doubtful = allows.find((rule) => matchPlace(rule, to) === 'maybe');
  const otherwise = (lacking: string) => (doubtful ? { doubt: doubtful.name } : { lacking });
  if (hosts.length === 0) return otherwise(serviceTag ?? address ?? 'the internet');
  const names = new Set<string>();
  for (const host of hosts) {
    const rule =
      protocol === 'Tcp'
        ? allows.find(({ type, destination }) => type === 'FQDN' && hostCovers(destination, host))
        : undefined;
    if (!rule) return otherwise(serviceTag ?? host);
    names.add(rule.name);
  }
  return letOut([...names]);
};

const defaultPorts = ({ type }: ManagedNetworkRule): string =>
  type === 'FQDN' ? managedNetworkHostRules.ports.join() : '*';
