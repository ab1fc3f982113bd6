import { azureDnsAddress } from '#catalog';
import { childrenOf, enclosing, findOfKind, findResource, type ResourceId, type ResourceOf } from '#model';
import { askedService } from './asked-service.ts';
import { answerOfAlias } from './azure-answers.ts';
import { answerOfOwnZone } from './azure-dns.ts';
import { stoppedAtAzureDns, stoppedOnTheWay } from './dns-reach.ts';
import { forwardingOf } from './dns-rulesets.ts';
import { conditionalForwarder, followedAlias, isNowhere, isPublicServer, serverAt } from './dns-servers.ts';
import { type Answer, DnsWalk } from './dns-walk.ts';
import { estateQuestion } from './estate.ts';
import { firewallDnsOf } from './firewall-dns.ts';
import { type Ground, groundQuestion } from './ground.ts';
import { joinedKey } from './memo.ts';
import type { Hop } from './network.ts';
import { flowsOfSource } from './required-flows.ts';

/** What a name is, asked from where a resource stands: many packets ask for the same one. */
export const resolveName = (ground: Ground, from: ResourceId, host: string): Answer =>
  namesOfFlows(ground, from).get(host) ?? askedName(ground, { from, host });

const askedName = groundQuestion(askName, ({ from, host }: NameQuery) => joinedKey(from, host));

/** Of the services that a source needs. Found together, since what they rest on is much the same. */
const namesOfFlows = groundQuestion((ground, from: ResourceId): ReadonlyMap<string, Answer> => {
  const answers = new Map<string, Answer>();
  for (const { to } of flowsOfSource(ground, from)) {
    const host = askedService(ground, to)?.host;
    if (host !== undefined && !answers.has(host)) answers.set(host, askName(ground, { from, host }));
  }
  return answers;
});

interface NameQuery {
  readonly from: ResourceId;
  readonly host: string;
}

function askName(ground: Ground, { from, host }: NameQuery): Answer {
  const walk = new DnsWalk(host);
  const { estate } = ground;
  const source = findResource(estate.design, from);
  const virtualNetwork = estate.virtualNetworkOf(from);
  if (virtualNetwork !== undefined) return askNetwork(ground, walk, virtualNetwork, from);
  const office =
    source?.kind === 'on-premises-network' ? source : enclosing(estate.design, from, 'on-premises-network');
  if (office) return askOffice(ground, walk, office);
  if (source?.kind === 'internet' || enclosing(estate.design, from, 'internet'))
    return askPublicly(ground, walk, 'Internet');
  return walk.toUnknown(estate.nameOf(from), { fact: `where ${estate.nameOf(from)} asks for names` });
}

/** Who asks a server: where it stands, and the network that it asks Azure DNS from (none on premises). */
interface Asker {
  readonly id: ResourceId;
  /** Whose settings name the server. */
  readonly toldBy: ResourceId;
  readonly virtualNetwork: ResourceId | undefined;
}

function askNetwork(ground: Ground, walk: DnsWalk, id: ResourceId, from: ResourceId): Answer {
  const network = findOfKind(ground.estate.design, id, 'virtual-network');
  if (!network || network.presence === 'not-shown')
    return walk.toUnknown(
      ground.estate.nameOf(id),
      { fact: `the DNS servers of ${ground.estate.nameOf(id)}` },
      id,
    );
  const servers = network.dnsServers ?? [];
  if (servers.length > 0) walk.tell(hopToServers(ground.estate, id));
  return askInTurn(ground, walk, servers.length > 0 ? servers : [azureDnsAddress], {
    id: from,
    toldBy: id,
    virtualNetwork: id,
  });
}

/** From a network or an office to the servers that it is told of, whatever the name is. */
const hopToServers = estateQuestion(({ design }, id: ResourceId): Hop => {
  const asker = findOfKind(design, id, 'virtual-network') ?? findOfKind(design, id, 'on-premises-network');
  const { name = id, dnsServers: servers = [] } = asker ?? {};
  return {
    at: id,
    place: name,
    outcome: 'passes',
    by: `DNS servers of ${name}`,
    text: `${name} asks its DNS server${servers.length > 1 ? 's' : ''} ${servers.join(', ')}.`,
  };
});

function askOffice(ground: Ground, walk: DnsWalk, office: ResourceOf<'on-premises-network'>): Answer {
  const servers = office.dnsServers ?? [];
  if (servers.length > 0) {
    walk.tell(hopToServers(ground.estate, office.id));
    return askInTurn(ground, walk, servers, {
      id: office.id,
      toldBy: office.id,
      virtualNetwork: undefined,
    });
  }
  const drawn = childrenOf(ground.estate.design, office.id).find((one) => one.kind === 'dns-server');
  if (drawn?.kind === 'dns-server') return askDnsServer(ground, walk, drawn);
  if (!ground.estate.isComplete)
    return walk.toUnknown(office.name, { fact: `the DNS servers of ${office.name}` }, office.id);
  return walk.toPublic(
    office.name,
    'public DNS',
    `${office.name} has no DNS server that forwards to Azure: ${walk.asked} is a public address.`,
    office.id,
  );
}

/** Servers in the order in which they are listed: the next is asked only where one gives no answer. */
function askInTurn(ground: Ground, walk: DnsWalk, servers: readonly string[], asker: Asker): Answer {
  const [first = azureDnsAddress, ...more] = servers;
  const answer = askServer(ground, walk, first, asker);
  if (answer.outcome !== 'no-answer' || more.length === 0) return answer;
  walk.goOn();
  return askInTurn(ground, walk, more, asker);
}

function askServer(ground: Ground, walk: DnsWalk, address: string, asker: Asker): Answer {
  const { estate } = ground;
  const { id, virtualNetwork } = asker;
  if (address === azureDnsAddress) {
    if (virtualNetwork !== undefined)
      return stoppedAtAzureDns(ground, walk, id) ?? askAzureDns(ground, walk, virtualNetwork);
    const text = `${azureDnsAddress} answers only from inside a virtual network.`;
    return walk.toNothing('no-answer', estate.nameOf(id), 'Azure DNS', text, id);
  }
  const server = serverAt(ground, address, virtualNetwork);
  if (!walk.enter(server?.id ?? address))
    return walk.toNothing(
      'no-answer',
      server?.name ?? address,
      'a circle',
      `The query comes back to ${address}: nobody answers.`,
      id,
    );
  const isPublic = server === undefined && isPublicServer(ground, address);
  const stopped = stoppedOnTheWay(ground, walk, id, address, server?.id, isPublic);
  if (stopped) return stopped;
  switch (server?.kind) {
    case 'dns-server':
      return askDnsServer(ground, walk, server);
    case 'dns-resolver-endpoint':
      return askInboundEndpoint(ground, walk, server);
    case 'azure-firewall':
      return askFirewall(ground, walk, server);
    default:
      if (isPublic)
        return walk.toPublic(
          address,
          'public DNS',
          `${address} is a public DNS server: it sees no private zone.`,
          id,
        );
      if (server === undefined && isNowhere(ground, address))
        return walk.toNothing(
          'no-answer',
          address,
          'no DNS server',
          `Nothing has the address ${address}: no DNS server answers there.`,
          asker.toldBy,
        );
      return walk.toUnknown(
        server?.name ?? address,
        { fact: `what the DNS server at ${address} forwards` },
        server?.id,
      );
  }
}

function askDnsServer(ground: Ground, walk: DnsWalk, server: ResourceOf<'dns-server'>): Answer {
  if (server.presence === 'not-shown')
    return walk.toUnknown(server.name, { fact: `what DNS server ${server.name} forwards` }, server.id);
  const forwarders = server.forwarders ?? [];
  const stated =
    conditionalForwarder(server, walk.asked) ?? (forwarders.length > 0 ? { targets: forwarders } : undefined);
  const alias = stated === undefined ? followedAlias(ground, server, walk.asked) : undefined;
  if (alias?.missing) return walk.toUnknown(server.name, alias.missing, server.id);
  const forwarder = stated ?? alias?.forwarder;
  if (!forwarder)
    return walk.toPublic(
      server.name,
      'no forwarder',
      `${server.name} has no forwarder for ${walk.asked}: it is a public address.`,
      server.id,
    );
  const { domainName, targets } = forwarder;
  walk.pass(
    server.name,
    domainName === undefined ? 'forwarder' : `conditional forwarder ${domainName}`,
    `${server.name} forwards ${domainName ?? 'every other name'} to ${targets.join(', ')}.`,
    server.id,
  );
  if (alias) walk.asked = alias.name;
  return askInTurn(ground, walk, targets, {
    id: server.id,
    toldBy: server.id,
    virtualNetwork: ground.estate.virtualNetworkOf(server.id),
  });
}

function askInboundEndpoint(
  { estate, ...rest }: Ground,
  walk: DnsWalk,
  endpoint: ResourceOf<'dns-resolver-endpoint'>,
): Answer {
  const { id, name } = endpoint;
  const virtualNetwork = estate.virtualNetworkOf(id);
  if (endpoint.direction === 'outbound')
    return walk.toNothing(
      'no-answer',
      name,
      name,
      `${name} takes no queries: it is an outbound endpoint.`,
      id,
    );
  if (virtualNetwork === undefined)
    return walk.toUnknown(name, { fact: `the network in which ${name} asks Azure DNS` }, id);
  walk.pass(name, `inbound endpoint ${name}`, `${name} asks Azure DNS.`, id);
  return askAzureDns({ estate, ...rest }, walk, virtualNetwork);
}

function askFirewall(ground: Ground, walk: DnsWalk, firewall: ResourceOf<'azure-firewall'>): Answer {
  const { estate } = ground;
  const settings = firewallDnsOf(estate, firewall.id);
  const { holder } = settings;
  if (!('servers' in settings))
    return walk.toUnknown(firewall.name, { fact: `the DNS settings of ${estate.nameOf(holder)}` }, holder);
  const { enableProxy, isBasic, servers } = settings;
  if (!enableProxy)
    return walk.toNothing(
      'no-answer',
      firewall.name,
      'DNS proxy',
      isBasic
        ? `${firewall.name} is of the Basic tier, which has no DNS proxy: it answers no query.`
        : `The DNS proxy of ${firewall.name} is off: it answers no query.`,
      isBasic ? firewall.id : holder,
    );
  const virtualNetwork = estate.virtualNetworkOf(firewall.id);
  walk.tell(hopFromProxy(estate, firewall.id));
  if (servers.length > 0)
    return askInTurn(ground, walk, servers, { id: firewall.id, toldBy: holder, virtualNetwork });
  if (virtualNetwork === undefined)
    return walk.toUnknown(
      firewall.name,
      { fact: `the network in which ${firewall.name} asks Azure DNS` },
      firewall.id,
    );
  return askAzureDns(ground, walk, virtualNetwork);
}

/** From a firewall to the servers that it asks itself. */
const hopFromProxy = estateQuestion((estate, id: ResourceId): Hop => {
  const settings = firewallDnsOf(estate, id);
  const servers = 'servers' in settings ? settings.servers : [];
  const place = estate.nameOf(id);
  const whom = servers.length > 0 ? servers.join(', ') : 'Azure DNS';
  return { at: id, place, outcome: 'passes', by: 'DNS proxy', text: `${place} asks ${whom} for it.` };
});

const hopToAzureDns = estateQuestion(
  (estate, id: ResourceId): Hop => ({
    at: id,
    place: 'Azure DNS',
    outcome: 'passes',
    by: azureDnsAddress,
    text: `Azure DNS answers for ${estate.nameOf(id)}.`,
  }),
);

/** Azure DNS: private zones that are linked here, then forwarding rules, then the public name and its alias. */
function askAzureDns(ground: Ground, walk: DnsWalk, virtualNetwork: ResourceId): Answer {
  if (!walk.enter(`${azureDnsAddress} ${virtualNetwork}`)) {
    const network = ground.estate.nameOf(virtualNetwork);
    return walk.toNothing(
      'no-answer',
      network,
      'a circle',
      `The query comes back to ${network}: nobody answers.`,
      virtualNetwork,
    );
  }
  walk.tell(hopToAzureDns(ground.estate, virtualNetwork));
  const step =
    answerOfOwnZone(ground, walk, virtualNetwork) ??
    answerOfRuleset(ground, walk, virtualNetwork) ??
    answerOfAlias(ground, walk, virtualNetwork);
  if ('outcome' in step) return step;
  walk.asked = step.alias;
  return askAzureDns(ground, walk, virtualNetwork);
}

/** A ruleset's servers are asked from its outbound endpoint, wherever the network lies that is linked to it. */
function answerOfRuleset(ground: Ground, walk: DnsWalk, virtualNetwork: ResourceId): Answer | undefined {
  const forwarding = forwardingOf(ground, walk, virtualNetwork);
  if (!forwarding || 'outcome' in forwarding) return forwarding;
  const { targets, outbound, ruleset } = forwarding;
  const home = outbound === undefined ? undefined : ground.estate.virtualNetworkOf(outbound);
  return askInTurn(ground, walk, targets, {
    id: outbound ?? ruleset.id,
    toldBy: ruleset.id,
    virtualNetwork: home ?? virtualNetwork,
  });
}

function askPublicly(ground: Ground, walk: DnsWalk, place: string): Answer {
  const known = ground.hosts.find(walk.asked);
  return walk.toPublic(
    place,
    'public DNS',
    known
      ? `${walk.asked} is the public address of ${known.resource.name}.`
      : `${walk.asked} is a public name.`,
  );
}
