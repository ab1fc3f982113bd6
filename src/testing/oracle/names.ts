import type { Design, ResourceOf } from '#model';
import { all, find } from './document.ts';

/** What a client gets for a name. */
export type NameAnswer = string;

const azureDns = '168.63.129.16';

/** Where a question is asked from: a virtual network, or a network of one's own that only its servers serve. */
type Origin = { readonly network: string } | { readonly site: string };

/** Names of services in the designs that are drawn: where the private twin lives, under which record. */
interface ServiceName {
  readonly target: string;
  readonly zone: string;
  readonly record: string;
  readonly groupId: string;
  readonly member: string;
}

/** Domains of the services above, which a ruleset's rule for all names passes over. */
const azureOwn = ['windows.net', 'azure.net', 'azurecr.io'];

const storageGroups = ['blob', 'file'];

/** The services whose public names a design has. */
function serviceNames(design: Design): ReadonlyMap<string, ServiceName> {
  const found = new Map<string, ServiceName>();
  for (const { id, name } of all(design, 'storage-account'))
    for (const group of storageGroups)
      found.set(`${name}.${group}.core.windows.net`, {
        target: id,
        zone: `privatelink.${group}.core.windows.net`,
        record: name,
        groupId: group,
        member: group,
      });
  for (const { id, name } of all(design, 'key-vault'))
    found.set(`${name}.vault.azure.net`, {
      target: id,
      zone: 'privatelink.vaultcore.azure.net',
      record: name,
      groupId: 'vault',
      member: 'vault',
    });
  for (const { id, name } of all(design, 'container-registry')) {
    const zone = 'privatelink.azurecr.io';
    const common = { target: id, zone, groupId: 'registry' };
    found.set(`${name}.azurecr.io`, { ...common, record: name, member: 'registry' });
    const data = `${name}.westeurope.data`;
    found.set(`${data}.azurecr.io`, { ...common, record: data, member: 'registry_data_westeurope' });
  }
  return found;
}

const isIn = (name: string, suffix: string) =>
  suffix === '' || name === suffix || name.endsWith(`.${suffix}`);

/** The entry whose domain is the longest that the name lies in. */
function longest<T>(entries: readonly T[], domainOf: (entry: T) => string, name: string): T | undefined {
  return entries
    .filter((entry) => isIn(name, domainOf(entry)))
    .sort((one, other) => domainOf(other).length - domainOf(one).length)[0];
}

/** What a zone holds: records written by hand, and those of the endpoints whose zone group names it. */
function recordsOf(design: Design, zone: ResourceOf<'private-dns-zone'>): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  for (const set of zone.recordSets ?? [])
    if (set.type === 'A') records.set(set.name, [...set.values].sort().join());
  for (const endpoint of all(design, 'private-endpoint')) {
    if (!endpoint.privateDnsZoneGroups?.some(({ privateDnsZones }) => privateDnsZones.includes(zone.id)))
      continue;
    for (const service of serviceNames(design).values()) {
      const configuration = endpoint.ipConfigurations?.find(
        ({ memberName }) => memberName === service.member,
      );
      if (
        service.target === endpoint.target &&
        service.zone === zone.name &&
        endpoint.groupIds.includes(service.groupId) &&
        configuration
      )
        records.set(service.record, configuration.privateIPAddress);
    }
  }
  return records;
}

/** The record of a name in a zone: its own, or that of the nearest wildcard above it. */
function recordIn(records: ReadonlyMap<string, string>, name: string): string | undefined {
  const labels = name.split('.');
  const wildcards = labels.map((_, at) => ['*', ...labels.slice(at + 1)].join('.'));
  const held = [name, ...wildcards].find((one) => records.has(one));
  return held === undefined ? undefined : records.get(held);
}

/** The answer of the zones that are linked to a network; `undefined` where none of them is asked for the name. */
function zonesAnswer(design: Design, network: string, name: string): NameAnswer | undefined {
  const linked = all(design, 'private-dns-zone').filter((zone) =>
    zone.virtualNetworkLinks?.some((link) => link.virtualNetwork === network),
  );
  const zone = longest(linked, (one) => one.name, name);
  if (!zone) return undefined;
  const label = name === zone.name ? '@' : name.slice(0, -zone.name.length - 1);
  const alias = zone.recordSets?.find((set) => set.type === 'CNAME' && set.name === label)?.values[0];
  if (alias !== undefined) return askAzure(design, network, alias, 0);
  const address = recordIn(recordsOf(design, zone), label);
  if (address !== undefined) return `private-address ${address}`;
  const link = zone.virtualNetworkLinks?.find((one) => one.virtualNetwork === network);
  const fallsBack = link?.resolutionPolicy === 'NxDomainRedirect' && zone.name.startsWith('privatelink.');
  return fallsBack ? 'public-address' : 'no-such-name';
}

/** The name of the private twin that public DNS leads on to, once a service has any private endpoint. */
function twinOf(design: Design, name: string): string | undefined {
  const service = serviceNames(design).get(name);
  const hasEndpoint = all(design, 'private-endpoint').some((one) => one.target === service?.target);
  return service && hasEndpoint ? `${service.record}.${service.zone}` : undefined;
}

/** 168.63.129.16, asked from inside a network: zones linked to it, then its rulesets, then the public answer. */
function askAzure(design: Design, network: string, name: string, depth: number): NameAnswer {
  const own = zonesAnswer(design, network, name);
  if (own !== undefined) return own;
  const rules = all(design, 'dns-forwarding-ruleset').flatMap((ruleset) =>
    ruleset.virtualNetworkLinks?.some((link) => link === network)
      ? (ruleset.forwardingRules ?? [])
          .filter((rule) => rule.forwardingRuleState !== 'Disabled')
          .filter((rule) => rule.domainName !== '.' || !azureOwn.some((domain) => isIn(name, domain)))
          .map((rule) => ({ ...rule, ruleset }))
      : [],
  );
  const rule = longest(rules, ({ domainName }) => domainName.replace(/\.$/, ''), name);
  if (rule) {
    const outbound = find(design, 'dns-resolver-endpoint', rule.ruleset.outboundEndpoints?.[0]);
    const home = find(design, 'subnet', outbound?.parent)?.parent ?? network;
    return ask(design, rule.targetDnsServers[0] ?? '', { network: home }, name, depth + 1);
  }
  const twin = twinOf(design, name);
  return (twin && zonesAnswer(design, network, twin)) ?? 'public-address';
}

/** A server at an address, asked from somewhere. A question that comes round for ever has no answer. */
function ask(design: Design, address: string, origin: Origin, name: string, depth: number): NameAnswer {
  if (depth > 20) return 'no-answer';
  if (address === azureDns)
    return 'network' in origin ? askAzure(design, origin.network, name, depth) : 'no-answer';
  const server = all(design, 'dns-server').find((one) => one.ipAddress === address);
  if (server) {
    const subnet = find(design, 'subnet', server.parent);
    const home: Origin = subnet ? { network: subnet.parent ?? '' } : { site: server.parent ?? '' };
    const forwarder = longest(server.conditionalForwarders ?? [], ({ domainName }) => domainName, name);
    const next = forwarder?.targets[0] ?? server.forwarders?.[0];
    if (next !== undefined) return ask(design, next, home, name, depth + 1);
    // A server that asks the root itself meets the private twin's name on its way, and may forward that.
    const twin = twinOf(design, name);
    const second =
      twin === undefined
        ? undefined
        : longest(server.conditionalForwarders ?? [], ({ domainName }) => domainName, twin);
    const target = second?.targets[0];
    return twin === undefined || target === undefined
      ? 'public-address'
      : ask(design, target, home, twin, depth + 1);
  }
  const firewall = all(design, 'azure-firewall').find((one) => one.privateIPAddress === address);
  if (firewall) {
    const policy = find(design, 'firewall-policy', firewall.firewallPolicy);
    const settings = (policy ?? firewall).dnsSettings;
    if (settings?.enableProxy !== true) return 'no-answer';
    const network = find(design, 'subnet', firewall.parent)?.parent ?? '';
    return ask(design, settings.servers?.[0] ?? azureDns, { network }, name, depth + 1);
  }
  const inbound = all(design, 'dns-resolver-endpoint').find(
    (one) => one.direction === 'inbound' && one.privateIpAddress === address,
  );
  const network = find(design, 'subnet', inbound?.parent)?.parent;
  return network === undefined ? 'no-answer' : askAzure(design, network, name, depth + 1);
}

/** What a machine or a client gets for a name; on the internet everyone gets the public answer. */
export function nameAnswer(design: Design, from: string, name: string): NameAnswer {
  const client = find(design, 'client', from);
  const site = find(design, 'on-premises-network', client?.parent);
  if (site) return ask(design, site.dnsServers?.[0] ?? '', { site: site.id }, name, 0);
  if (client) return 'public-address';
  const subnet = find(design, 'subnet', find(design, 'virtual-machine', from)?.parent);
  const network = find(design, 'virtual-network', subnet?.parent);
  if (!network) throw new Error(`${from} lies nowhere`);
  return ask(design, network.dnsServers?.[0] ?? azureDns, { network: network.id }, name, 0);
}
