import { azureDnsAddress, sources, subresourceOf } from '#catalog';
import {
  edits,
  enclosing,
  findOfKind,
  goalsOf,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { listed } from '../labels.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';
import { chainOf, followServers, onPremisesChain, targetsFor } from './chain.ts';
import { consumersOf } from './consumers.ts';
import { endpointsOfConcern } from './endpoints-of-concern.ts';

type DnsServer = ResourceOf<'dns-server'>;

/** Who asks for which public suffixes, by asking network. */
function demand(context: RuleContext) {
  const { cloud } = goalsOf(context.design);
  const suffixes = new Map<ResourceId, { readonly isOnPremises: boolean; readonly suffixes: Set<string> }>();
  for (const { endpoint, target } of endpointsOfConcern(context)) {
    const wanted = endpoint.groupIds.flatMap((group) => {
      const kind = target.kind === 'private-link-service' ? target.armType : target.kind;
      const region = enclosing(context.design, target.id, 'region')?.name ?? '';
      return (subresourceOf(kind, group)?.forwardedSuffixes[cloud] ?? []).map((one) =>
        one.replace('{region}', region.toLowerCase()),
      );
    });
    const { virtualNetworks, onPremises } = consumersOf(context, target.id);
    for (const [ids, isOnPremises] of [
      [virtualNetworks, false],
      [onPremises, true],
    ] as const)
      for (const id of ids) {
        const entry = suffixes.get(id) ?? { isOnPremises, suffixes: new Set<string>() };
        for (const suffix of wanted) entry.suffixes.add(suffix);
        suffixes.set(id, entry);
      }
  }
  return suffixes;
}

/** An address to which the server can forward so that Azure DNS answers. */
function forwardTarget(context: RuleContext, server: DnsServer): string | undefined {
  const { design, network } = context;
  if (enclosing(design, server.id, 'virtual-network')) return azureDnsAddress;
  const inbound = resourcesOfKind(design, 'dns-resolver-endpoint').filter(
    ({ direction }) => direction === 'inbound',
  );
  const firewalls = resourcesOfKind(design, 'azure-firewall').filter((firewall) => {
    const policy = findOfKind(design, firewall.firewallPolicy, 'firewall-policy');
    return (policy?.dnsSettings ?? firewall.dnsSettings)?.enableProxy === true;
  });
  const others = resourcesOfKind(design, 'dns-server').filter((other) =>
    enclosing(design, other.id, 'virtual-network'),
  );
  const addresses = [inbound, firewalls, others].map((group) =>
    group.flatMap(({ id }) => network.addressesOf(id).slice(0, 1)).sort(),
  );
  return addresses.flat()[0];
}

interface Lack {
  readonly server: DnsServer;
  readonly suffixes: Set<string>;
}

export const dnsForwarderMissing = defineRule({
  id: 'dns-forwarder-missing',
  category: 'DNS',
  severity: () => 'error',
  title: 'DNS server does not forward to Azure DNS',
  holds: 'The DNS server forwards the public suffixes so that Azure DNS answers',
  why: 'Only Azure DNS knows the private DNS zones, and it answers only from inside a virtual network. A DNS server of one’s own has to forward the public suffix of each service there: directly from a virtual network, and from on-premises by way of a resolver, a firewall proxy or a DNS server in Azure.',
  remedy:
    'Add a conditional forwarder for each suffix that is named: to 168.63.129.16 from a virtual network, from on-premises to an inbound endpoint of DNS Private Resolver or another server in Azure.',
  sources: [sources.customDns, sources.privateEndpointDnsIntegration, sources.privateEndpointDns],
  messages: {
    missing: (f: { server: string; suffixes: readonly string[] }) =>
      `${f.server} does not forward ${listed(f.suffixes, 3)} to Azure DNS`,
  },

  *check(context) {
    const lacks = new Map<ResourceId, Lack>();
    const sound = new Map<ResourceId, Set<string>>();
    for (const [asker, { isOnPremises, suffixes }] of demand(context))
      for (const suffix of suffixes) {
        const chain = isOnPremises
          ? onPremisesChain(context, asker, suffix)
          : chainOf(context, asker, suffix);
        if (chain.unknown.length > 0)
          yield cannotTell(asker, { fact: `what the DNS server at ${chain.unknown.join(', ')} forwards` });
        for (const server of chain.servers) {
          const home = enclosing(context.design, server.id, 'virtual-network')?.id;
          const onward = followServers(
            context,
            targetsFor(server, suffix),
            home,
            suffix,
            new Set([server.id]),
          );
          if (onward.ends.length > 0) sound.set(server.id, (sound.get(server.id) ?? new Set()).add(suffix));
          else if (onward.unknown.length === 0 && onward.servers.length === 0) {
            const lack = lacks.get(server.id) ?? { server, suffixes: new Set<string>() };
            lack.suffixes.add(suffix);
            lacks.set(server.id, lack);
          }
        }
      }
    for (const [id, suffixes] of sound)
      if (!lacks.has(id)) yield passed(id, `Forwards ${[...suffixes].sort().join(', ')}`);
    for (const { server, suffixes } of lacks.values()) {
      const lacking = [...suffixes].sort();
      const target = forwardTarget(context, server);
      yield {
        at: server.id,
        message: 'missing',
        facts: { server: server.name, suffixes: lacking },
        evidence: lacking.map((suffix) => {
          const targets = targetsFor(server, suffix);
          return `${suffix}: ${targets.length > 0 ? `forwarded to ${targets.join(', ')}, where Azure DNS does not answer` : 'no forwarder'}`;
        }),
        fix: target
          ? {
              title: `Forward ${lacking.length === 1 ? lacking[0] : `${lacking.length} suffixes`} to ${target}`,
              changes: lacking.map((suffix) => `Forward ${suffix} from ${server.name} to ${target}`),
              apply: (before) => {
                const kept = (
                  findOfKind(before, server.id, 'dns-server')?.conditionalForwarders ?? []
                ).filter(({ domainName }) => !lacking.includes(domainName.toLowerCase()));
                const added = lacking.map((domainName) => ({ domainName, targets: [target] }));
                return edits.updateResource(before, server.id, 'dns-server', {
                  conditionalForwarders: [...kept, ...added],
                });
              },
            }
          : undefined,
      };
    }
  },
});
