import { enclosing, findOfKind, findResource, type ResourceId } from '#model';
import { type Aim, aimAt } from './aim.ts';
import { arriveInPrivate, arriveInPublic } from './arrival.ts';
import { chooseRoute } from './choose-route.ts';
import { formatAddress, parseAddress, parseLoosePrefix } from './cidr.ts';
import { hasPublicAddress } from './egress.ts';
import { passOutbound } from './filters.ts';
import { type Ground, groundQuestion } from './ground.ts';
import { Journey } from './journey.ts';
import type { PacketQuery, Trace } from './network.ts';
import { isPlatformAddress, platformTagOf } from './platform.ts';
import type { Packet } from './security-rules.ts';
import type { Target } from './target.ts';
import { travel } from './travel.ts';

/** One packet's fate, from its name query to the service's own firewall. */
export const tracePacket = (ground: Ground, query: PacketQuery): Trace => {
  const journey = new Journey();
  const aim = aimAt(ground, query);
  followNames(ground, journey, aim);
  const { target } = aim;
  if (!target) {
    if (aim.missing) journey.lack(aim.missing, { place: 'Destination', by: 'what is not shown' });
    return journey.end();
  }
  const packet: Packet = {
    from: sourceOf(ground, query.from),
    to: target,
    protocol: query.protocol,
    port: query.port,
  };
  if (isPlatformAddress(target.address)) askPlatform(ground, journey, query.from, packet);
  else depart(ground, journey, query.from, packet, aim);
  return journey.end();
};

/** Azure DNS and instance metadata: in reach of every machine of a virtual network, whatever the routes, and of no other. */
function askPlatform(ground: Ground, journey: Journey, from: ResourceId, packet: Packet): void {
  const { address = 0, label } = packet.to;
  const subnet = ground.estate.subnetOf(from);
  if (subnet === undefined) {
    journey.block('no-route', {
      at: from,
      place: packet.from.label,
      by: 'no virtual network',
      text: `${label} answers only from inside a virtual network.`,
    });
    return;
  }
  const serviceTag = platformTagOf(address, packet.port);
  const to = { ...packet.to, ...(serviceTag === undefined ? {} : { serviceTag }) };
  passOutbound(ground, journey, subnet, { ...packet, to });
  journey.pass({ place: 'Azure', by: 'the platform', text: `${label} is Azure’s own and needs no route.` });
}

function followNames({ estate }: Ground, journey: Journey, { answer }: Aim): void {
  if (!answer) return;
  const isFault = answer.outcome === 'no-such-name' || answer.outcome === 'no-answer';
  journey.follow(isFault ? answer.hops.slice(0, -1) : answer.hops, answer.missing, answer.assumptions);
  const last = answer.hops.at(-1);
  if (isFault && last) journey.block('no-name', last, answer.cause ?? last.at);
  if (answer.outcome === 'private-address' && answer.endpoint === undefined && estate.isComplete)
    journey.assume(`No private endpoint is shown to have ${answer.addresses.join(', ')}.`);
}

const sourceOf = groundQuestion(({ estate, addresses }, from: ResourceId): Target => {
  const [text] = addresses.addressesOf(from);
  const address = parseAddress(text ?? '');
  const isPublic =
    findResource(estate.design, from)?.kind === 'internet' || enclosing(estate.design, from, 'internet');
  const around =
    findOfKind(estate.design, estate.subnetOf(from), 'subnet') ??
    enclosing(estate.design, from, 'on-premises-network');
  const within = (around?.addressPrefixes ?? []).flatMap((prefix) => parseLoosePrefix(prefix) ?? []);
  return {
    label: estate.nameOf(from),
    isPrivate: !isPublic,
    ...(within.length === 0 ? {} : { within }),
    ...(isPublic ? { isAnyone: true } : {}),
    owner: from,
    ...(address === undefined ? {} : { address }),
  };
});

function depart(ground: Ground, journey: Journey, from: ResourceId, packet: Packet, aim: Aim): Journey {
  const { estate } = ground;
  const subnet = estate.subnetOf(from);
  const source = findResource(estate.design, from);
  if (subnet !== undefined) {
    if (!estate.isShown(subnet))
      return journey.lack(
        { fact: `subnet ${estate.nameOf(subnet)} with its security group and routes` },
        { at: subnet, place: estate.nameOf(subnet), by: 'what is not shown' },
      );
    passOutbound(ground, journey, subnet, packet);
    return travel(ground, journey, { subnet, packet, aim, source, passed: [] });
  }
  const office =
    findOfKind(estate.design, from, 'on-premises-network') ??
    enclosing(estate.design, from, 'on-premises-network');
  if (office) return departFromOffice(ground, journey, office.id, packet, aim);
  if (!packet.from.isPrivate) return departFromInternet(ground, journey, packet, aim);
  return journey.lack(
    { fact: `the network that ${estate.nameOf(from)} runs in` },
    { at: from, place: estate.nameOf(from), by: 'a network of Microsoft' },
  );
}

function departFromInternet(ground: Ground, journey: Journey, packet: Packet, aim: Aim): Journey {
  const { estate } = ground;
  if (!packet.to.isPrivate) {
    journey.pass({
      place: 'Internet',
      by: 'the internet',
      text: `${packet.to.label} is asked at its public address.`,
    });
    return arriveInPublic(ground, journey, packet, aim, { isByServiceEndpoint: false });
  }
  const owner = findResource(estate.design, packet.to.owner);
  if (owner && hasPublicAddress(estate, owner)) {
    journey.pass({
      at: owner.id,
      place: 'Internet',
      by: `the public IP address of ${owner.name}`,
      text: `${owner.name} has a public IP address.`,
    });
    return arriveInPrivate(ground, journey, packet, aim);
  }
  const address = packet.to.address === undefined ? packet.to.label : formatAddress(packet.to.address);
  return journey.block('no-route', {
    at: packet.to.owner,
    place: 'Internet',
    by: 'private address',
    text: `${address} is a private address: the internet has no route to it.`,
  });
}

function departFromOffice(
  ground: Ground,
  journey: Journey,
  office: ResourceId,
  packet: Packet,
  aim: Aim,
): Journey {
  const { estate, routes, peerings } = ground;
  const name = estate.nameOf(office);
  if (!packet.to.isPrivate) {
    journey.assume(`${name} is taken to let its clients out to the internet.`);
    journey.pass({
      at: office,
      place: name,
      by: 'its own way to the internet',
      text: `${name} sends it to the internet.`,
    });
    return arriveInPublic(ground, journey, packet, aim, { isByServiceEndpoint: false });
  }
  const destination = packet.to.owner === undefined ? undefined : estate.virtualNetworkOf(packet.to.owner);
  const gateways = findOfKind(estate.design, office, 'on-premises-network')?.gateways ?? [];
  const [first] = gateways;
  if (first === undefined)
    return journey.block('no-route', {
      at: office,
      place: name,
      by: 'no gateway',
      text: `${name} is joined to Azure by no gateway.`,
    });
  if (destination === undefined) return arriveInPrivate(ground, journey, packet, aim);
  const way = routes.onPremisesOf(destination).find((one) => one.network === office);
  if (!way) {
    const home = estate.virtualNetworkOf(first);
    const link = home === undefined ? undefined : peerings.linkBetween(destination, home);
    return journey.block(
      'no-route',
      {
        at: link?.half.id ?? destination,
        place: name,
        by: link ? `peering ${link.half.name}` : 'no peering',
        text: `No gateway leads from ${name} to ${estate.nameOf(destination)}${link ? ': the peering does not use the remote gateway' : ''}.`,
      },
      link?.half.id ?? destination,
    );
  }
  journey.pass({
    at: way.gateway,
    place: estate.nameOf(way.gateway),
    by: `gateway ${estate.nameOf(way.gateway)}`,
    text: `${name} reaches Azure through ${estate.nameOf(way.gateway)}.`,
  });
  const subnet = estate.subnetOf(way.gateway);
  const route = subnet === undefined ? undefined : chooseRoute(estate, routes, subnet, packet.to);
  if (subnet !== undefined && route?.nextHopType === 'VirtualAppliance')
    return travel(ground, journey, { subnet, packet, aim, passed: [] });
  return arriveInPrivate(ground, journey, packet, aim);
}
