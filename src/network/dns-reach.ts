import { azureDnsAddress, azureDnsTag } from '#catalog';
import { findOfKind, type ResourceId } from '#model';
import { arriveInPrivate } from './arrival.ts';
import { parseAddress } from './cidr.ts';
import { deliver } from './deliver.ts';
import type { Answer, DnsWalk } from './dns-walk.ts';
import { furtherSubnetsOf } from './estate.ts';
import { passOutbound } from './filters.ts';
import { type Ground, groundQuestion } from './ground.ts';
import { Journey } from './journey.ts';
import type { Leg } from './leg.ts';
import { joinedKey } from './memo.ts';
import type { Hop, MissingFact, Trace } from './network.ts';
import { effectiveRules, interfaceGroupOf, type Packet } from './security-rules.ts';
import { standingOf } from './standing.ts';
import { matchPort, matchProtocol } from './tags.ts';
import type { Target } from './target.ts';
import { travel } from './travel.ts';

/** Who asks a server. */
interface Query {
  readonly from: ResourceId;
  /** Where it is not the one that it lies in. */
  readonly fromSubnet?: ResourceId;
  /** Of the server, as text. */
  readonly address: string;
  readonly server: ResourceId | undefined;
  readonly isPublic: boolean;
}

/**
 * Why a query cannot come from who asks to the server of an address: no route, or what filters on the way. Both may be
 * on premises. `undefined` where nothing stops it; an appliance whose rules no document holds is taken to let it pass.
 */
export const stoppedOnTheWay = (
  ground: Ground,
  walk: DnsWalk,
  from: ResourceId,
  text: string,
  server: ResourceId | undefined,
  isPublic: boolean,
): Answer | undefined => {
  const query: Query = { from, address: text, server, isPublic };
  const trace = traceOf(ground, query);
  const stop = stopOf(trace);
  const isStopped = (fromSubnet: ResourceId) =>
    stopOf(traceOf(ground, { ...query, fromSubnet })) !== undefined;
  if (!stop && furtherSubnets(ground, from).some(isStopped)) return walk.toUnknown(...askerOf(ground, from));
  if (!trace) return undefined;
  if (stop)
    return walk.toNothing(
      'no-answer',
      stop.place,
      stop.by,
      wordsOf(stop, text),
      trace.blockers[0] ?? stop.at,
    );
  const { estate } = ground;
  const doubt = trace.hops.find(({ outcome, at }) => outcome === 'unknown' && !estate.isShown(at));
  const [first] = trace.missing;
  if (doubt && first) return walk.toUnknown(doubt.place, first, doubt.at);
  for (const { fact } of trace.missing)
    walk.assume(`The query of ${estate.nameOf(from)} to ${text} is taken to pass: ${fact} is not shown.`);
  return undefined;
};

const stopOf = (trace: Trace | undefined): Hop | undefined =>
  trace?.hops.find(({ outcome }) => outcome === 'blocks');

/**
 * Subnets that a cluster may ask from besides that of its first nodes: its pods ask CoreDNS, which asks for them from the
 * pool that it runs in. https://learn.microsoft.com/azure/aks/use-system-pools
 */
const furtherSubnets = ({ estate }: Ground, from: ResourceId): readonly ResourceId[] => {
  const cluster = findOfKind(estate.design, from, 'kubernetes-cluster');
  return cluster ? furtherSubnetsOf(cluster, estate.subnetOf(from)) : [];
};

/** What is missing of a cluster that can ask from some of its subnets and not from others. */
const askerOf = ({ estate }: Ground, cluster: ResourceId): [string, MissingFact, ResourceId] => {
  const name = estate.nameOf(cluster);
  return [name, { fact: `the node pool of ${name} that CoreDNS runs in` }, cluster];
};

const wordsOf = ({ text }: Hop, server: string): string =>
  `${text.replace(/\.$/, '')}: the DNS server ${server} is not reached.`;

/** Whatever the name is that it asks for. */
const traceOf = groundQuestion(findTrace, ({ from, fromSubnet, address, server, isPublic }: Query) =>
  joinedKey(from, fromSubnet, address, server, String(isPublic)),
);

function findTrace(
  ground: Ground,
  { from, fromSubnet, address: text, server, isPublic }: Query,
): Trace | undefined {
  const { estate, addresses } = ground;
  const address = parseAddress(text);
  if (address === undefined) return undefined;
  const own = fromSubnet === undefined ? parseAddress(addresses.addressesOf(from)[0] ?? '') : undefined;
  const to: Target = {
    label: text,
    address,
    isPrivate: !isPublic,
    ...(server === undefined ? {} : { owner: server }),
  };
  const source: Target = {
    label: estate.nameOf(from),
    isPrivate: true,
    owner: from,
    ...(own === undefined ? {} : { address: own }),
  };
  const packet: Packet = { from: source, to, protocol: 'Udp', port: 53 };
  const subnet = fromSubnet ?? estate.subnetOf(from);
  if (subnet !== undefined) return estate.isShown(subnet) ? leaveSubnet(ground, subnet, packet) : undefined;
  return estate.virtualNetworkOf(from) === undefined ? leaveOffice(ground, from, packet) : undefined;
}

/** What passes needs no story. */
function leaveSubnet(ground: Ground, subnet: ResourceId, packet: Packet): Trace | undefined {
  const { verdict } = sendFromSubnet(ground, new Journey(ground.estate.design, false), subnet, packet).fate();
  return verdict === 'delivered'
    ? undefined
    : sendFromSubnet(ground, new Journey(ground.estate.design), subnet, packet).end();
}

function sendFromSubnet(ground: Ground, journey: Journey, subnet: ResourceId, packet: Packet): Journey {
  const standing = standingOf(ground.estate, subnet);
  passOutbound(ground, journey, subnet, packet, standing);
  // Nobody that is shown has the address: only what stands at the start can be judged.
  if (packet.to.owner === undefined && packet.to.isPrivate) return journey;
  const leg: Leg = { kind: 'leg', subnet, standing, packet, hosts: [], passed: [], witnesses: [] };
  deliver(ground, journey, travel(ground, journey, leg), { hosts: [] });
  return journey;
}

/** From on premises, through a gateway that leads to the server's network. */
function leaveOffice(ground: Ground, from: ResourceId, packet: Packet): Trace | undefined {
  const { estate, routes } = ground;
  const place =
    findOfKind(estate.design, from, 'on-premises-network') ??
    findOfKind(estate.design, findOfKind(estate.design, from, 'dns-server')?.parent, 'on-premises-network');
  const owner = packet.to.owner;
  const target = owner === undefined ? undefined : estate.virtualNetworkOf(owner);
  if (!place || target === undefined) return undefined;
  const journey = new Journey(ground.estate.design);
  const way = routes.onPremisesOf(target).find((one) => one.network === place.id);
  if (way) {
    journey.pass(() => ({
      at: way.gateway,
      place: estate.nameOf(way.gateway),
      by: `gateway ${estate.nameOf(way.gateway)}`,
      text: `${place.name} reaches Azure through ${estate.nameOf(way.gateway)}.`,
    }));
    return arriveInPrivate(ground, journey, packet, { hosts: [] }).end();
  }
  const isOpen = !estate.isComplete || (place.gateways ?? []).some((id) => !estate.isShown(id));
  const by = `no gateway of ${place.name}`;
  if (isOpen)
    return journey
      .lack(
        { fact: `the gateway that joins ${place.name} to ${estate.nameOf(target)}` },
        { place: place.name, by },
      )
      .end();
  const text = `No gateway leads from ${place.name} to ${estate.nameOf(target)}.`;
  return journey.block('no-route', { at: place.id, place: place.name, by, text }).end();
}

/** Azure DNS is exempt from security rules, but for those that name its tag. */
export const stoppedAtAzureDns = (ground: Ground, walk: DnsWalk, from: ResourceId): Answer | undefined => {
  const { estate } = ground;
  const subnet = estate.subnetOf(from);
  for (const group of [interfaceGroupOf(estate, from), groupOf(ground, subnet)]) {
    const denial = denialOfAzureDns(ground, group);
    if (denial)
      return walk.toNothing(
        'no-answer',
        estate.nameOf(subnet),
        `rule ${denial.rule} of ${denial.name}`,
        `Rule ${denial.rule} of ${denial.name} denies queries to Azure DNS (${azureDnsAddress}).`,
        denial.id,
      );
  }
  const isStopped = (further: ResourceId) => denialOfAzureDns(ground, groupOf(ground, further)) !== undefined;
  return furtherSubnets(ground, from).some(isStopped) ? walk.toUnknown(...askerOf(ground, from)) : undefined;
};

const groupOf = ({ estate }: Ground, subnet: ResourceId | undefined): ResourceId | undefined =>
  findOfKind(estate.design, subnet, 'subnet')?.networkSecurityGroup;

/** The rule of a group that keeps queries from Azure DNS. */
function denialOfAzureDns({ estate }: Ground, group: ResourceId | undefined) {
  const found = findOfKind(estate.design, group, 'network-security-group');
  if (!found || found.presence === 'not-shown') return undefined;
  const rule = effectiveRules(found, 'Outbound').find(
    ({ destinations, destinationPorts, protocol }) =>
      destinations.some((one) => one.toLowerCase() === azureDnsTag.toLowerCase()) &&
      matchProtocol(protocol, 'Udp') &&
      matchPort(destinationPorts, 53),
  );
  return rule?.access === 'Deny' ? { id: found.id, name: found.name, rule: rule.name } : undefined;
}
