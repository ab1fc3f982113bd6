import type { ResourceId } from '#model';
import { type Aim, aimAt } from './aim.ts';
import { deliver } from './deliver.ts';
import { depart } from './departure.ts';
import { passOutbound } from './filters.ts';
import { doorOf, doorTarget } from './front-doors.ts';
import type { Ground } from './ground.ts';
import { askAsInstance } from './instance-access.ts';
import type { Journey } from './journey.ts';
import type { PacketQuery } from './network.ts';
import { isPlatformAddress, platformTagOf } from './platform.ts';
import type { Packet } from './security-rules.ts';
import type { Sender } from './sender.ts';
import type { Target } from './target.ts';

/** One packet's fate, from its name query to the service's own firewall, and its reply's. */
export const sendPacket = (ground: Ground, journey: Journey, query: PacketQuery, sender: Sender): Journey => {
  if (askAsInstance(ground, journey, query, sender)) return journey;
  const aim = aimOf(ground, query, sender);
  followNames(ground, journey, aim);
  const { target, hosts } = aim;
  if (!target) {
    if (aim.missing) journey.lack(aim.missing, { place: 'Destination', by: 'what is not shown' });
    return journey;
  }
  const { from, protocol, port, fromServiceTag } = query;
  const source =
    fromServiceTag === undefined ? sourceOf(query, sender) : taggedSource(ground, fromServiceTag, target);
  const packet: Packet = { from: source, to: target, protocol, port };
  if (isPlatformAddress(target.address)) askPlatform(ground, journey, from, packet);
  else deliver(ground, journey, depart(ground, journey, { from, sender, packet, hosts }), aim);
  return journey;
};

const sourceOf = ({ fromAddress }: PacketQuery, { source }: Sender): Target =>
  fromAddress === undefined ? source : { ...source, address: fromAddress };

/** A public IP address of the design is a place of its own; anything else is found by its name or address. */
function aimOf(ground: Ground, query: PacketQuery, sender: Sender): Aim {
  const door = doorOf(ground.estate, query.to);
  return door === undefined ? aimAt(ground, query, sender) : { hosts: [], target: doorTarget(ground, door) };
}

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
  journey.pass(() => ({
    place: 'Azure',
    by: 'the platform',
    text: `${label} is Azure’s own and needs no route.`,
  }));
}

function followNames({ estate }: Ground, journey: Journey, { answer }: Aim): void {
  if (!answer) return;
  const isFault = answer.outcome === 'no-such-name' || answer.outcome === 'no-answer';
  journey.follow(isFault ? answer.hops.slice(0, -1) : answer.hops, answer.missing, answer.assumptions);
  const last = answer.hops.at(-1);
  if (isFault && last) journey.block('no-name', last, answer.cause ?? last.at);
  if (answer.outcome === 'private-address' && answer.endpoint === undefined && estate.isComplete)
    journey.assume(() => `No private endpoint is shown to have ${answer.addresses.join(', ')}.`);
}

/** Microsoft’s services come from the region that they serve, as far as their tags tell regions apart. */
function taggedSource({ estate }: Ground, serviceTag: string, { owner }: Target): Target {
  const region = owner === undefined ? undefined : estate.regionOf(owner);
  return { label: serviceTag, isPrivate: false, serviceTag, ...(region === undefined ? {} : { region }) };
}
