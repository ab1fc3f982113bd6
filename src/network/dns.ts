import { azureDnsAddress } from '#catalog';
import {
  allResources,
  childrenOf,
  enclosing,
  findOfKind,
  findResource,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { answerOfOwnZone, answerOfService } from './azure-dns.ts';
import { isPrivateAddress, parseAddress, prefixContains } from './cidr.ts';
import { stoppedOnTheWay } from './dns-reach.ts';
import { forwardingOf } from './dns-rulesets.ts';
import { type Answer, DnsWalk } from './dns-walk.ts';
import { machineOf } from './egress.ts';
import { firewallDnsOf } from './firewall.ts';
import { type Ground, groundQuestion } from './ground.ts';
import { joinedKey } from './memo.ts';

/** What a name is, asked from where a resource stands. */
export const resolveName = (ground: Ground, from: ResourceId, host: string): Answer => {
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
};

function askNetwork(ground: Ground, walk: DnsWalk, id: ResourceId, from: ResourceId): Answer {
  const network = findOfKind(ground.estate.design, id, 'virtual-network');
  if (!network || network.presence === 'not-shown')
    return walk.toUnknown(
      ground.estate.nameOf(id),
      { fact: `the DNS servers of ${ground.estate.nameOf(id)}` },
      id,
    );
  const [first] = network.dnsServers ?? [];
  if (first === undefined || first === azureDnsAddress) return askAzureDns(ground, walk, id);
  walk.pass(
    network.name,
    `DNS servers of ${network.name}`,
    `${network.name} asks its DNS server ${first}.`,
    id,
  );
  const server = serverAt(ground, first, id)?.id;
  return stoppedOnTheWay(ground, walk, from, first, server) ?? askServer(ground, walk, first, id, id);
}

function askOffice(ground: Ground, walk: DnsWalk, office: ResourceOf<'on-premises-network'>): Answer {
  const drawn = childrenOf(ground.estate.design, office.id).find((one) => one.kind === 'dns-server');
  const [first] = office.dnsServers ?? [];
  if (first !== undefined) {
    walk.pass(
      office.name,
      `DNS servers of ${office.name}`,
      `${office.name} asks its DNS server ${first}.`,
      office.id,
    );
    return askServer(ground, walk, first, undefined, office.id);
  }
  if (drawn?.kind === 'dns-server') return askDnsServer(ground, walk, drawn);
  if (!ground.estate.isComplete)
    return walk.toUnknown(office.name, { fact: `the DNS servers of ${office.name}` }, office.id);
  return walk.toPublic(
    office.name,
    'public DNS',
    `${office.name} has no DNS server that forwards to Azure: ${walk.host} is a public address.`,
    office.id,
  );
}

/** Asks the server of an address, from a network (`undefined`: from on premises). */
function askServer(
  ground: Ground,
  walk: DnsWalk,
  address: string,
  virtualNetwork: ResourceId | undefined,
  asker: ResourceId,
): Answer {
  const { estate } = ground;
  if (address === azureDnsAddress)
    return virtualNetwork === undefined
      ? walk.toNothing(
          'no-answer',
          estate.nameOf(asker),
          'Azure DNS',
          `${azureDnsAddress} answers only from inside a virtual network.`,
          asker,
        )
      : askAzureDns(ground, walk, virtualNetwork);
  if (!walk.enter(address))
    return walk.toNothing(
      'no-answer',
      address,
      'a circle',
      `The query comes back to ${address}: nobody answers.`,
      asker,
    );
  const server = serverAt(ground, address, virtualNetwork);
  switch (server?.kind) {
    case 'dns-server':
      return askDnsServer(ground, walk, server);
    case 'dns-resolver-endpoint':
      return askInboundEndpoint(ground, walk, server);
    case 'azure-firewall':
      return askFirewall(ground, walk, server);
    default:
      if (!server && isPublicServer(ground, address))
        return walk.toPublic(
          address,
          'public DNS',
          `${address} is a public DNS server: it sees no private zone.`,
          asker,
        );
      return walk.toUnknown(
        server?.name ?? address,
        { fact: `what the DNS server at ${address} forwards` },
        server?.id,
      );
  }
}

/** Public, and in no network of the design: some use public ranges inside. */
const isPublicServer = groundQuestion(({ estate }, address: string): boolean => {
  const value = parseAddress(address);
  if (value === undefined || isPrivateAddress(value)) return false;
  return !allResources(estate.design).some(
    (one) =>
      (one.kind === 'virtual-network' || one.kind === 'on-premises-network') &&
      one.addressPrefixes.some((prefix) => prefixContains(prefix, address)),
  );
});

/** The server of an address: in the asker's reach where several networks use the address, DNS servers before machines. */
const serverAt = (ground: Ground, address: string, virtualNetwork: ResourceId | undefined) =>
  findResource(ground.estate.design, serverSeen(ground, { address, virtualNetwork }));

interface SeenAddress {
  readonly address: string;
  /** From where it is seen; `undefined`: from on premises. */
  readonly virtualNetwork: ResourceId | undefined;
}

const serverSeen = groundQuestion(
  ({ estate, addresses, peerings }, { address, virtualNetwork }: SeenAddress): ResourceId | undefined => {
    const owners = addresses
      .ownersOf(parseAddress(address) ?? -1)
      .flatMap((id) => findResource(estate.design, machineOf(estate, id)) ?? []);
    const servers = resourcesOfKind(estate.design, 'dns-server').filter((one) =>
      addresses.addressesOf(one.id).includes(address),
    );
    const all: readonly Resource[] = [...servers, ...owners];
    const reach =
      virtualNetwork === undefined
        ? undefined
        : new Set([virtualNetwork, ...peerings.peersOf(virtualNetwork)]);
    const isNear = ({ id }: Resource) => {
      const network = estate.virtualNetworkOf(id);
      return network === undefined || reach === undefined || reach.has(network);
    };
    return (all.find(isNear) ?? all[0])?.id;
  },
  ({ address, virtualNetwork }) => joinedKey(address, virtualNetwork),
);

function askDnsServer(ground: Ground, walk: DnsWalk, server: ResourceOf<'dns-server'>): Answer {
  const { estate } = ground;
  const virtualNetwork = estate.virtualNetworkOf(server.id);
  const forwarder = forwarderFor(server, walk.host);
  if (forwarder) {
    walk.pass(
      server.name,
      `conditional forwarder ${forwarder.domainName}`,
      `${server.name} forwards ${forwarder.domainName} to ${forwarder.target}.`,
      server.id,
    );
    return askServer(ground, walk, forwarder.target, virtualNetwork, server.id);
  }
  const [next] = server.forwarders ?? [];
  if (next !== undefined) {
    walk.pass(server.name, 'forwarder', `${server.name} forwards every other name to ${next}.`, server.id);
    return askServer(ground, walk, next, virtualNetwork, server.id);
  }
  return askRoots(ground, walk, server, virtualNetwork);
}

function forwarderFor({ conditionalForwarders }: ResourceOf<'dns-server'>, host: string) {
  const matching = (conditionalForwarders ?? [])
    .map((one) => ({ domainName: one.domainName.toLowerCase().replace(/\.$/, ''), target: one.targets[0] }))
    .filter(({ domainName }) => host === domainName || host.endsWith(`.${domainName}`))
    .toSorted((one, other) => other.domainName.length - one.domainName.length);
  const [best] = matching;
  return best?.target === undefined ? undefined : { domainName: best.domainName, target: best.target };
}

/** A server with root hints follows the public alias itself: only a forwarder of the privatelink zone then helps. */
function askRoots(
  ground: Ground,
  walk: DnsWalk,
  server: ResourceOf<'dns-server'>,
  virtualNetwork: ResourceId | undefined,
): Answer {
  const known = ground.hosts.find(walk.host);
  const alias = known && forwarderFor(server, known.zone);
  if (alias) {
    walk.pass(
      server.name,
      `conditional forwarder ${alias.domainName}`,
      `${server.name} follows the public alias and forwards ${alias.domainName} to ${alias.target}.`,
      server.id,
    );
    return askServer(ground, walk, alias.target, virtualNetwork, server.id);
  }
  return walk.toPublic(
    server.name,
    'no forwarder',
    `${server.name} has no forwarder for ${walk.host}: it is a public address.`,
    server.id,
  );
}

function askInboundEndpoint(
  ground: Ground,
  walk: DnsWalk,
  endpoint: ResourceOf<'dns-resolver-endpoint'>,
): Answer {
  const virtualNetwork = ground.estate.virtualNetworkOf(endpoint.id);
  if (endpoint.direction === 'outbound' || virtualNetwork === undefined)
    return walk.toNothing(
      'no-answer',
      endpoint.name,
      endpoint.name,
      `${endpoint.name} takes no queries.`,
      endpoint.id,
    );
  walk.pass(
    endpoint.name,
    `inbound endpoint ${endpoint.name}`,
    `${endpoint.name} asks Azure DNS.`,
    endpoint.id,
  );
  return askAzureDns(ground, walk, virtualNetwork);
}

function askFirewall(ground: Ground, walk: DnsWalk, firewall: ResourceOf<'azure-firewall'>): Answer {
  const { estate } = ground;
  const settings = firewall.presence === 'not-shown' ? undefined : firewallDnsOf(estate, firewall);
  const holder = firewall.firewallPolicy ?? firewall.id;
  if (!settings)
    return walk.toUnknown(firewall.name, { fact: `the DNS settings of ${estate.nameOf(holder)}` }, holder);
  if (settings.enableProxy !== true)
    return walk.toNothing(
      'no-answer',
      firewall.name,
      'DNS proxy',
      `The DNS proxy of ${firewall.name} is off: it answers no query.`,
      holder,
    );
  const [next] = settings.servers ?? [];
  const virtualNetwork = estate.virtualNetworkOf(firewall.id);
  walk.pass(firewall.name, 'DNS proxy', `${firewall.name} asks ${next ?? 'Azure DNS'} for it.`, firewall.id);
  if (next !== undefined) return askServer(ground, walk, next, virtualNetwork, firewall.id);
  if (virtualNetwork === undefined)
    return walk.toUnknown(
      firewall.name,
      { fact: `the network in which ${firewall.name} asks Azure DNS` },
      firewall.id,
    );
  return askAzureDns(ground, walk, virtualNetwork);
}

/** Azure DNS: private zones that are linked here, then forwarding rules, then the public name and its alias. */
function askAzureDns(ground: Ground, walk: DnsWalk, virtualNetwork: ResourceId): Answer {
  const network = ground.estate.nameOf(virtualNetwork);
  if (!walk.enter(`${azureDnsAddress} ${virtualNetwork}`))
    return walk.toNothing(
      'no-answer',
      network,
      'a circle',
      `The query comes back to ${network}: nobody answers.`,
      virtualNetwork,
    );
  walk.pass('Azure DNS', azureDnsAddress, `Azure DNS answers for ${network}.`, virtualNetwork);
  return (
    answerOfOwnZone(ground, walk, virtualNetwork) ??
    answerOfRuleset(ground, walk, virtualNetwork) ??
    answerOfAlias(ground, walk, virtualNetwork)
  );
}

function answerOfAlias(ground: Ground, walk: DnsWalk, virtualNetwork: ResourceId): Answer {
  const known = ground.hosts.find(walk.host);
  return known
    ? answerOfService(ground, walk, virtualNetwork, known)
    : walk.toPublic('Azure DNS', 'the public record', `${walk.host} is a public name.`);
}

function answerOfRuleset(ground: Ground, walk: DnsWalk, virtualNetwork: ResourceId): Answer | undefined {
  const forwarding = forwardingOf(ground, walk, virtualNetwork);
  if (!forwarding || 'outcome' in forwarding) return forwarding;
  return askServer(ground, walk, forwarding.target, forwarding.virtualNetwork, forwarding.ruleset);
}

function askPublicly(ground: Ground, walk: DnsWalk, place: string): Answer {
  const known = ground.hosts.find(walk.host);
  return walk.toPublic(
    place,
    'public DNS',
    known
      ? `${walk.host} is the public address of ${known.resource.name}.`
      : `${walk.host} is a public name.`,
  );
}
