import { azureDnsAddress } from '#catalog';
import {
  type Design,
  edits,
  enclosing,
  findOfKind,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import type { Hop } from '#network';
import { inOrder, labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';
import { type Caught, chainOf, type DeadEnd, followServers, onPremisesChain, targetsFor } from './chain.ts';
import { askingNoMore, askingPublicToo } from './public-servers.ts';
import { suffixDemand } from './suffix-demand.ts';
import { isStopToldElsewhere, isUnanswered, stopOf } from './unanswered.ts';
import { withProxy } from './with-proxy.ts';

type DnsServer = ResourceOf<'dns-server'>;

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
  /** Names that stay public, to be forwarded with the rest. */
  readonly also: Set<string>;
}

/** What becomes of names of a suffix at a server: Azure DNS answers, another server has to, or nobody private does. */
function fateOf(context: RuleContext, server: DnsServer, suffix: string): 'answered' | 'elsewhere' | 'lost' {
  const home = enclosing(context.design, server.id, 'virtual-network')?.id;
  const onward = followServers(context, targetsFor(server, suffix), home, suffix, new Set([server.id]));
  if (onward.ends.length > 0) return 'answered';
  return onward.unknown.length > 0 || onward.servers.length > 0 ? 'elsewhere' : 'lost';
}

/** The case of a network that asks a firewall which does not answer. */
function proxyOff(
  asker: ResourceId,
  network: string,
  address: string,
  { id, name, firewallPolicy }: ResourceOf<'azure-firewall'>,
) {
  return {
    at: [firewallPolicy ?? id, id, asker].filter((one, at, all) => all.indexOf(one) === at),
    message: 'proxyOff' as const,
    remedy: 'Turn the DNS proxy of the firewall on, or name another DNS server in the virtual network.',
    facts: { network, firewall: name, address },
    evidence: ['enableProxy: not on', `dnsServers of ${network}: ${address}`],
    fix: {
      title: 'Turn the DNS proxy on',
      changes: [`Turn on the DNS proxy of ${name}`],
      apply: (before: Design) =>
        withProxy(before, findOfKind(before, firewallPolicy, 'firewall-policy')?.id ?? id),
    },
  };
}

/** The case of an office of which nothing leads queries to Azure. Azure lists no servers of offices. */
function unforwardedAt({ design, isComplete }: RuleContext, office: ResourceId, suffixes: readonly string[]) {
  const name = labelOf(design, office);
  const servers = findOfKind(design, office, 'on-premises-network')?.dnsServers ?? [];
  if (servers.length === 0 && (!isComplete || design.source.format === 'azure-export'))
    return cannotTell(office, { fact: `the DNS servers of ${name}` });
  return {
    at: office,
    message: 'unforwarded' as const,
    facts: { office: name, suffixes },
    evidence: `dnsServers of ${name}: ${servers.length > 0 ? servers.join(', ') : 'none'}`,
  };
}

/** One entry for a ruleset and the servers it leads to, whoever asks. */
function noteMisled(misled: Map<Caught, Set<string>>, caught: Caught, suffix: string): void {
  const isSame = (one: Caught) =>
    one.ruleset.id === caught.ruleset.id && one.addresses.join() === caught.addresses.join();
  const known = [...misled.keys()].find(isSame) ?? caught;
  misled.set(known, (misled.get(known) ?? new Set()).add(suffix));
}

export const dnsForwarderMissing = defineRule({
  id: 'dns-forwarder-missing',
  category: 'DNS',
  severity: () => 'error',
  title: 'DNS server does not forward to Azure DNS',
  holds: 'The DNS server forwards the public suffixes so that Azure DNS answers',
  remedy:
    'Add a conditional forwarder for each suffix that is named: to 168.63.129.16 from a virtual network, from on-premises to an inbound endpoint of DNS Private Resolver or another server in Azure.',
  messages: {
    missing: (f: { server: string; suffixes: readonly string[] }) =>
      `${f.server} does not forward ${listed(f.suffixes, 3)} to Azure DNS`,
    publicServer: (f: { network: string; addresses: readonly string[] }) =>
      `${f.network} asks ${listed(f.addresses)} for names, outside Azure: services keep their public addresses`,
    alsoPublic: (f: { network: string; addresses: readonly string[] }) =>
      `${f.network} asks ${listed(f.addresses)} too, outside Azure: whenever the others are slow, services keep their public addresses`,
    firstPublic: (f: { network: string; addresses: readonly string[] }) =>
      `${f.network} asks ${listed(f.addresses)} before its other servers, outside Azure: services keep their public addresses`,
    nobody: (f: { network: string; addresses: readonly string[] }) =>
      `${f.network} asks ${listed(f.addresses)} for names, which nothing has: nobody answers`,
    misled: (f: { ruleset: string; suffixes: readonly string[]; addresses: readonly string[] }) =>
      `${f.ruleset} forwards ${listed(f.suffixes, 3)} to ${listed(f.addresses)}, which nothing has: nobody answers`,
    unforwarded: (f: { office: string; suffixes: readonly string[] }) =>
      `No DNS server of ${f.office} forwards ${listed(f.suffixes, 3)} to Azure: services keep their public addresses there`,
    unanswered: (f: { asker: string; suffixes: readonly string[]; reason: string }) =>
      `${f.asker} gets no answer for ${listed(f.suffixes, 3)}: ${f.reason}`,
    proxyOff: (f: { network: string; firewall: string; address: string }) =>
      `${f.network} asks ${f.firewall} (${f.address}) for names, but its DNS proxy is off: nobody answers`,
  },

  *check(context) {
    const lacks = new Map<ResourceId, Lack>();
    const deadEnds = new Map<ResourceId, readonly DeadEnd[]>();
    const mixed = new Map<
      ResourceId,
      { readonly servers: readonly string[]; readonly strays: Set<string> }
    >();
    const stopped = new Map<
      string,
      { readonly asker: ResourceId; readonly stop: Hop; readonly suffixes: Set<string> }
    >();
    const unforwarded = new Map<ResourceId, Set<string>>();
    const silent = new Map<ResourceId, readonly string[]>();
    const misled = new Map<Caught, Set<string>>();
    const sound = new Map<ResourceId, Set<string>>();
    const note = <K, V>(map: Map<K, V>, key: K, empty: () => V): V => {
      const entry = map.get(key) ?? empty();
      map.set(key, entry);
      return entry;
    };
    for (const { asker, isOnPremises, groups } of suffixDemand(context))
      for (const { suffixes, isPublic } of groups) {
        const forwarding = new Map<DnsServer, string[]>();
        for (const suffix of suffixes) {
          const chain = isOnPremises
            ? onPremisesChain(context, asker, suffix)
            : chainOf(context, asker, suffix);
          const isLost = chain.ends.length + chain.servers.length + chain.unknown.length === 0;
          if (isLost && !isPublic && chain.dead.length > 0) deadEnds.set(asker, chain.dead);
          if (isLost && isOnPremises && !isPublic && chain.dead.length === 0)
            note(unforwarded, asker, () => new Set<string>()).add(suffix);
          for (const { id, servers, strays } of isLost || isPublic
            ? []
            : askingPublicToo(context, asker, chain, suffix))
            for (const stray of strays)
              note(mixed, id, () => ({ servers, strays: new Set<string>() })).strays.add(stray);
          const stop =
            isPublic || chain.unknown.length > 0 || chain.servers.length === 0 || chain.ends.length === 0
              ? undefined
              : stopOf(context, asker, suffix);
          if (stop && !isStopToldElsewhere(context, stop))
            note(stopped, `${asker} ${stop.text}`, () => ({
              asker,
              stop,
              suffixes: new Set<string>(),
            })).suffixes.add(suffix);
          if (chain.unknown.length > 0 && !isPublic)
            if (isUnanswered(context, asker, suffix)) silent.set(asker, chain.unknown);
            else
              yield cannotTell(asker, {
                fact: `what the DNS server at ${chain.unknown.join(', ')} forwards`,
              });
          for (const caught of isPublic || isOnPremises ? [] : chain.caught)
            if (isUnanswered(context, asker, suffix)) noteMisled(misled, caught, suffix);
            else
              yield cannotTell(caught.ruleset.id, {
                fact: `what the DNS server at ${caught.addresses.join(', ')} forwards`,
              });
          for (const server of chain.servers) {
            const fate = fateOf(context, server, suffix);
            const entry = note(forwarding, server, () => []);
            if (fate === 'answered') entry.push(suffix);
            else if (fate === 'elsewhere') entry.push('');
          }
        }
        for (const [server, answered] of forwarding) {
          const named = answered.filter((suffix) => suffix !== '');
          if (named.length > 0)
            for (const suffix of named) note(sound, server.id, () => new Set()).add(suffix);
          else if (answered.length === 0) {
            const lack = note(lacks, server.id, () => ({
              server,
              suffixes: new Set<string>(),
              also: new Set<string>(),
            }));
            // On-premises servers resolve names that stay public by themselves.
            for (const suffix of suffixes)
              if (!isPublic) lack.suffixes.add(suffix);
              else if (!isOnPremises) lack.also.add(suffix);
          }
        }
      }
    for (const [asker, ends] of deadEnds) {
      const network = labelOf(context.design, asker);
      const firewalls = ends.filter(({ firewall }) => firewall !== undefined);
      for (const { address, firewall } of firewalls)
        if (firewall) yield proxyOff(asker, network, address, firewall);
      const addresses = [...new Set(ends.map(({ address }) => address))].sort();
      if (firewalls.length === 0)
        yield {
          at: asker,
          message: 'publicServer',
          remedy: 'Let the network ask Azure DNS, or a DNS server or resolver in Azure that forwards to it.',
          facts: { network, addresses },
          evidence: `dnsServers: ${addresses.join(', ')}`,
        };
    }
    for (const [id, { servers, strays }] of mixed) {
      const network = labelOf(context.design, id);
      const addresses = [...strays].sort();
      const isFirst = servers[0] !== undefined && strays.has(servers[0]);
      yield {
        at: id,
        message: isFirst ? 'firstPublic' : 'alsoPublic',
        severity: isFirst ? 'error' : 'warning',
        remedy: 'Ask no public server: a second server has to lead to Azure DNS as the first does.',
        facts: { network, addresses },
        evidence: `DNS servers: ${servers.join(', ')}`,
        fix: {
          title: `Remove ${listed(addresses)}`,
          changes: [`Remove ${listed(addresses)} from the DNS servers that ${network} asks`],
          apply: (before) => askingNoMore(before, id, addresses),
        },
      };
    }
    for (const [office, suffixes] of unforwarded)
      yield unforwardedAt(context, office, [...suffixes].sort(inOrder));
    for (const { asker, stop, suffixes } of stopped.values())
      yield {
        at: [asker, ...(stop.at === undefined || stop.at === asker ? [] : [stop.at])],
        message: 'unanswered',
        remedy: 'Open the way to the DNS server that is named, or ask one that is reached.',
        facts: {
          asker: labelOf(context.design, asker),
          suffixes: [...suffixes].sort(),
          reason: stop.text
            .replace(/\.$/, '')
            .replace(/^(Nothing|No|The|Rule)\b/, (word) => word.toLowerCase()),
        },
        evidence: `${stop.place}: ${stop.by}`,
      };
    for (const [asker, addresses] of silent)
      yield {
        at: asker,
        message: 'nobody',
        remedy: 'Name a DNS server that exists and that the network reaches, or let it ask Azure DNS.',
        facts: { network: labelOf(context.design, asker), addresses },
        evidence: `dnsServers: ${addresses.join(', ')}`,
      };
    for (const [{ ruleset, addresses }, suffixes] of misled)
      yield {
        at: ruleset.id,
        message: 'misled',
        remedy:
          'Take the suffix out of the ruleset, so that Azure DNS answers it by the private zone, or forward it to a server that exists and asks Azure DNS.',
        facts: { ruleset: ruleset.name, suffixes: [...suffixes].sort(inOrder), addresses },
        evidence: (ruleset.forwardingRules ?? [])
          .filter(({ targetDnsServers }) => targetDnsServers.some((one) => addresses.includes(one)))
          .map(({ domainName, targetDnsServers }) => `${domainName} to ${targetDnsServers.join(', ')}`),
      };
    for (const [id, suffixes] of sound)
      if (!lacks.get(id)?.suffixes.size) yield passed(id, `Forwards ${[...suffixes].sort().join(', ')}`);
    for (const { server, suffixes, also } of lacks.values()) {
      if (suffixes.size === 0) continue;
      const lacking = [...suffixes, ...also].sort();
      const target = forwardTarget(context, server);
      yield {
        at: server.id,
        message: 'missing',
        facts: { server: server.name, suffixes: [...suffixes].sort(inOrder) },
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
