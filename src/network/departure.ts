import { enclosing, findOfKind, findResource, type Resource, type ResourceId } from '#model';
import { formatAddress } from './cidr.ts';
import { passOutbound } from './filters.ts';
import { enterFromInternet } from './front-doors.ts';
import type { Ground } from './ground.ts';
import type { Journey } from './journey.ts';
import { firewallEgress } from './leaving.ts';
import { atPrivate, atPublic, type End, type Leg, lost } from './leg.ts';
import { wideAreaHubOf } from './peerings.ts';
import type { Packet } from './security-rules.ts';
import type { Sender } from './sender.ts';
import { type Standing, standingOf } from './standing.ts';
import { travel } from './travel.ts';

/** A packet about to set out. */
export interface Start {
  readonly from: ResourceId;
  readonly sender: Sender;
  readonly packet: Packet;
  readonly hosts: readonly string[];
}

/** Leaves what sends it: a subnet, an office, the internet. */
export const depart = (ground: Ground, journey: Journey, start: Start): End => {
  const { estate } = ground;
  const { from, sender, packet } = start;
  if (!packet.from.isPrivate) return departFromInternet(ground, journey, start);
  const { resource, subnet, standing } = sender;
  if (subnet !== undefined && standing !== undefined) {
    if (!standing.isShown) {
      journey.lack(
        { fact: `subnet ${estate.nameOf(subnet)} with its security group and routes` },
        { at: subnet, place: estate.nameOf(subnet), by: 'what is not shown' },
      );
      return lost;
    }
    passOutbound(ground, journey, subnet, packet, standing);
    return travel(ground, journey, legOf(ground, start, subnet, standing, resource));
  }
  const office =
    findOfKind(estate.design, from, 'on-premises-network') ??
    enclosing(estate.design, from, 'on-premises-network');
  if (office) return departFromOffice(ground, journey, office.id, start);
  journey.lack(
    { fact: `the network that ${estate.nameOf(from)} runs in` },
    { at: from, place: estate.nameOf(from), by: 'a network of Microsoft' },
  );
  return lost;
};

const legOf = (
  { estate }: Ground,
  { packet, hosts }: Start,
  subnet: ResourceId,
  standing: Standing,
  source: Resource | undefined,
): Leg => ({
  kind: 'leg',
  subnet,
  standing,
  packet,
  hosts,
  source,
  egress: source?.kind === 'azure-firewall' ? firewallEgress(estate, source.id) : undefined,
  passed: none,
  witnesses: none,
});

const none: readonly never[] = [];

function departFromInternet(ground: Ground, journey: Journey, { packet }: Start): End {
  const { estate } = ground;
  if (!packet.to.isPrivate) {
    const text = `${packet.to.label} is asked at its public address.`;
    journey.pass(() => ({ place: 'Internet', by: 'the internet', text }));
    return atPublic(packet, { isByServiceEndpoint: false });
  }
  const owner = findResource(estate.design, packet.to.owner);
  const end = owner && enterFromInternet(ground, journey, packet, owner);
  if (end) return end;
  const address = packet.to.address === undefined ? packet.to.label : formatAddress(packet.to.address);
  journey.block('no-route', {
    at: packet.to.owner,
    place: 'Internet',
    by: 'private address',
    text: `${address} is a private address: the internet has no route to it.`,
  });
  return lost;
}

function departFromOffice(ground: Ground, journey: Journey, office: ResourceId, start: Start): End {
  const { estate, routes } = ground;
  const { packet } = start;
  const name = estate.nameOf(office);
  if (!packet.to.isPrivate) {
    journey.assume(() => `${name} is taken to let its clients out to the internet.`);
    journey.pass(() => ({
      at: office,
      place: name,
      by: 'its own way to the internet',
      text: `${name} sends it to the internet.`,
    }));
    return atPublic(packet, { isByServiceEndpoint: false });
  }
  const leg = { packet, witnesses: [] };
  const destination = packet.to.owner === undefined ? undefined : estate.virtualNetworkOf(packet.to.owner);
  const gateways = findOfKind(estate.design, office, 'on-premises-network')?.gateways ?? [];
  if (gateways.length === 0) {
    journey.block('no-route', {
      at: office,
      place: name,
      by: 'no gateway',
      text: `${name} is joined to Azure by no gateway.`,
    });
    return lost;
  }
  if (destination === undefined) return atPrivate(leg);
  const way = routes.onPremisesOf(destination).find((one) => one.network === office);
  if (!way) {
    sayWhyNoGateway(ground, journey, office, destination);
    return atPrivate(leg, false);
  }
  journey.pass(() => ({
    at: way.gateway,
    place: estate.nameOf(way.gateway),
    by: `gateway ${estate.nameOf(way.gateway)}`,
    text: `${name} reaches Azure through ${estate.nameOf(way.gateway)}.`,
  }));
  const subnet = estate.subnetOf(way.gateway);
  if (subnet === undefined) return atPrivate(leg);
  return travel(
    ground,
    journey,
    legOf(ground, start, subnet, standingOf(estate, subnet), start.sender.resource),
  );
}

/** Why no gateway of an office leads to a network. */
function sayWhyNoGateway(
  { estate, peerings }: Ground,
  journey: Journey,
  office: ResourceId,
  destination: ResourceId,
): void {
  const place = estate.nameOf(office);
  const network = estate.nameOf(destination);
  const [first] = findOfKind(estate.design, office, 'on-premises-network')?.gateways ?? [];
  const home = first === undefined ? undefined : estate.virtualNetworkOf(first);
  const hub = wideAreaHubOf(estate, destination);
  const link = home === undefined ? undefined : peerings.linkBetween(destination, home);
  const half = link?.fault?.half ?? link?.half;
  if (hub)
    journey.lack(
      { fact: `how virtual WAN hub ${hub.name} joins ${network} with ${place}` },
      { at: hub.id, place: hub.name, by: hub.name },
    );
  else if (first !== undefined && !estate.isShown(first))
    journey.lack(
      { fact: `the network of gateway ${estate.nameOf(first)}` },
      { at: first, place, by: estate.nameOf(first) },
    );
  else
    journey.block('no-route', {
      at: half?.id ?? destination,
      place,
      by: half ? `peering ${half.name}` : 'no peering',
      text: `No gateway leads from ${place} to ${network}${half ? `: ${link?.fault?.text ?? 'the peering does not use the remote gateway'}` : ''}.`,
    });
}
