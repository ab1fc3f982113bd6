import { azureDnsAddress, subresourceOf, zoneInRegion } from '#catalog';
import { enclosing, findOfKind, findResource, goalsOf, type ResourceOf, resourcesOfKind } from '#model';
import type { ExportInput } from '../exporter.ts';
import type { Cell } from './blocks.ts';
import { absent, listOfNames, nameOf } from './report.ts';

/** One row for each public suffix that the endpoints of the design make private. */
export function forwarderRows(input: ExportInput): readonly (readonly Cell[])[] {
  const target = targetText(input);
  return [...neededSuffixes(input)].map(([suffix, endpoints]) => [
    suffix,
    listOfNames(endpoints),
    target,
    presentAt(input, suffix),
  ]);
}

/** Suffix to the endpoints that need it, in document order. */
function neededSuffixes(input: ExportInput): ReadonlyMap<string, readonly string[]> {
  const { design } = input;
  const { cloud } = goalsOf(design);
  const needed = new Map<string, string[]>();
  for (const endpoint of resourcesOfKind(design, 'private-endpoint')) {
    const target = findResource(design, endpoint.target);
    if (!target) continue;
    const serviceType = target.kind === 'private-link-service' ? target.armType : target.kind;
    const region = enclosing(design, target.id, 'region') ?? enclosing(design, endpoint.id, 'region');
    const suffixes = endpoint.groupIds
      .flatMap((groupId) => subresourceOf(serviceType, groupId)?.forwardedSuffixes[cloud] ?? [])
      .map((suffix) => zoneInRegion(suffix, region?.name));
    for (const suffix of new Set(suffixes))
      needed.set(suffix, [...(needed.get(suffix) ?? []), nameOf(input, endpoint.id)]);
  }
  return needed;
}

/** Azure DNS answers only inside a virtual network, so everyone else asks something that lies in one. */
function targetText(input: ExportInput): string {
  const { design } = input;
  const entrances = entrancesOf(input);
  const inside = `${azureDnsAddress} from a server in a virtual network`;
  if (resourcesOfKind(design, 'on-premises-network').length === 0) return inside;
  const outside =
    entrances.length > 0 ? listOfNames(entrances) : 'a DNS server in a virtual network (none yet)';
  return `${inside}; from on-premises: ${outside}`;
}

/** Addresses in the virtual networks that pass a query on to Azure DNS. */
function entrancesOf(input: ExportInput): readonly string[] {
  const { design, network } = input;
  const resolvers = resourcesOfKind(design, 'dns-resolver-endpoint').filter(
    ({ direction }) => direction === 'inbound',
  );
  const proxies = resourcesOfKind(design, 'azure-firewall').filter((firewall) => isProxy(input, firewall));
  const servers = resourcesOfKind(design, 'dns-server').filter(({ id }) =>
    enclosing(design, id, 'virtual-network'),
  );
  return [...resolvers, ...proxies, ...servers].map(({ id }) =>
    [nameOf(input, id), ...network.addressesOf(id).slice(0, 1)].join(' '),
  );
}

const isProxy = ({ design }: ExportInput, firewall: ResourceOf<'azure-firewall'>): boolean =>
  (findOfKind(design, firewall.firewallPolicy, 'firewall-policy')?.dnsSettings ?? firewall.dnsSettings)
    ?.enableProxy === true;

/** Whether somebody asks a server that is neither Azure DNS nor a proxy in front of it. */
export const hasOwnServers = (input: ExportInput): boolean =>
  forwarding.some((kind) => resourcesOfKind(input.design, kind).length > 0) ||
  unknownServers(input).length > 0;

const forwarding = ['dns-server', 'dns-forwarding-ruleset', 'on-premises-network'] as const;

/** Addresses that a virtual network asks and the design does not explain. */
function unknownServers(input: ExportInput): readonly string[] {
  const { design, network } = input;
  const answering = [
    ...resourcesOfKind(design, 'dns-server'),
    ...resourcesOfKind(design, 'azure-firewall'),
    ...resourcesOfKind(design, 'dns-resolver-endpoint'),
  ].flatMap(({ id }) => network.addressesOf(id));
  const known = new Set([azureDnsAddress, ...answering]);
  return resourcesOfKind(design, 'virtual-network').flatMap(({ id, dnsServers = [] }) =>
    dnsServers
      .filter((address) => !known.has(address))
      .map((address) => `${address} of ${nameOf(input, id)}`),
  );
}

function presentAt(input: ExportInput, suffix: string): string {
  const { design } = input;
  if (!hasOwnServers(input)) return 'not needed';
  const found = [
    ...resourcesOfKind(design, 'dns-server').flatMap((server) => serverText(input, server, suffix)),
    ...resourcesOfKind(design, 'dns-forwarding-ruleset').flatMap((ruleset) =>
      rulesetText(input, ruleset, suffix),
    ),
    ...unknownServers(input).map((server) => `${server}: not shown`),
  ];
  return found.join('; ') || 'nowhere';
}

/** A forwarder serves its own domain and everything below it. */
const covers = (domainName: string, suffix: string): boolean => {
  const domain = domainName.toLowerCase().replace(/\.$/, '');
  return domain === '' || suffix === domain || suffix.endsWith(`.${domain}`);
};

function serverText(input: ExportInput, server: ResourceOf<'dns-server'>, suffix: string): string[] {
  const name = nameOf(input, server.id);
  const { conditionalForwarders, forwarders = [] } = server;
  const match = conditionalForwarders?.find(({ domainName }) => covers(domainName, suffix));
  if (match) return [`${name} to ${match.targets.join(', ')}`];
  if (conditionalForwarders === undefined && absent(input, server) === 'not shown')
    return [`${name}: not shown`];
  return forwarders.includes(azureDnsAddress) ? [`${name} sends every name to ${azureDnsAddress}`] : [];
}

function rulesetText(
  input: ExportInput,
  ruleset: ResourceOf<'dns-forwarding-ruleset'>,
  suffix: string,
): string[] {
  const name = nameOf(input, ruleset.id);
  const { forwardingRules } = ruleset;
  if (forwardingRules === undefined)
    return absent(input, ruleset) === 'not shown' ? [`${name}: not shown`] : [];
  return forwardingRules
    .filter((rule) => rule.forwardingRuleState !== 'Disabled' && covers(rule.domainName, suffix))
    .map((rule) => `${name} to ${rule.targetDnsServers.join(', ')}`);
}
