import {
  allResources,
  findOfKind,
  findResource,
  flatMapped,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { firewallAsSource } from './appliances.ts';
import { isPrivateAddress, parseAddress } from './cidr.ts';
import { hasPublicAddress, machineOf, nextHopOwner } from './egress.ts';
import { type Estate, estateQuestion } from './estate.ts';
import { capital } from './filters.ts';
import { translateByFirewall } from './firewall-nat.ts';
import type { Firewall } from './firewall-rules.ts';
import type { Ground } from './ground.ts';
import { interfaceIdsOf } from './interfaces.ts';
import type { Journey } from './journey.ts';
import { firewallEgress } from './leaving.ts';
import { atPrivate, type End, lost } from './leg.ts';
import { grouped } from './memo.ts';
import type { Destination } from './network.ts';
import type { Packet } from './security-rules.ts';
import { standingOf } from './standing.ts';
import type { Target } from './target.ts';
import { travel } from './travel.ts';

/** A packet from the internet to a resource that has a public address; `undefined` where it has none. */
export const enterFromInternet = (
  ground: Ground,
  journey: Journey,
  packet: Packet,
  owner: Resource,
): End | undefined => {
  if (owner.kind === 'azure-firewall') {
    const to = { label: owner.name, isPrivate: false };
    return throughTranslation(ground, journey, { ...packet, to }, owner);
  }
  if (!hasPublicAddress(ground.estate, owner)) return undefined;
  journey.pass(() => ({
    at: owner.id,
    place: 'Internet',
    by: `the public IP address of ${owner.name}`,
    text: `${owner.name} has a public IP address.`,
  }));
  const cards = flatMapped(
    interfaceIdsOf(ground.estate, owner.id),
    (one) => findOfKind(ground.estate.design, one, 'network-interface') ?? [],
  );
  const card = cards.find((one) => publicAddressesIn(one).length > 0);
  if (card) passDoor(ground, journey, card, publicAddressesIn(card)[0]);
  return atPrivate({ packet, witnesses: [] });
};

/** A packet to a public IP address of the design: what holds the address lets it in or sends it on. */
export const enterByAddress = (ground: Ground, journey: Journey, packet: Packet, door: ResourceId): End => {
  const { estate, addresses } = ground;
  const name = estate.nameOf(door);
  const [holder] = holdersByAddress(estate, 'all').get(door) ?? [];
  if (!holder) {
    const place = { at: door, place: name, by: name };
    if (estate.isComplete) journey.block('no-route', { ...place, text: `Nothing has ${name}.` });
    else journey.lack({ fact: `what has the public IP address ${name}` }, place);
    return lost;
  }
  if (holder.kind === 'azure-firewall') return throughTranslation(ground, journey, packet, holder);
  const owner = machineOf(estate, holder.id);
  const ownerName = estate.nameOf(owner);
  if (holder.kind === 'nat-gateway') {
    journey.block('no-route', {
      at: holder.id,
      place: holder.name,
      by: holder.name,
      text: `${holder.name} lets nothing in from the internet.`,
    });
    return lost;
  }
  journey.pass(() => ({
    at: door,
    place: 'Internet',
    by: name,
    text: `${name} is the public address of ${ownerName}.`,
  }));
  if (holder.kind === 'load-balancer') return behindLoadBalancer(journey, holder);
  if (holder.kind === 'network-interface') passDoor(ground, journey, holder, door);
  const address = parseAddress(addresses.addressesOf(holder.id)[0] ?? '');
  const to: Target = {
    label: ownerName,
    isPrivate: true,
    owner,
    ...(address === undefined ? {} : { address }),
  };
  return atPrivate({ packet: { ...packet, to }, witnesses: [] });
};

/**
 * A public address of the Standard tier lets nothing in that no security group allows, one of the Basic tier all that none
 * denies: learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses.
 */
function passDoor(
  { estate }: Ground,
  journey: Journey,
  card: ResourceOf<'network-interface'>,
  door: ResourceId | undefined,
): void {
  const subnet = findOfKind(estate.design, estate.subnetOf(card.id), 'subnet');
  const isUnseen = subnet !== undefined && subnet.presence !== undefined;
  if (card.networkSecurityGroup !== undefined || subnet?.networkSecurityGroup !== undefined || isUnseen)
    return;
  const address = findOfKind(estate.design, door, 'public-ip-address');
  const name = estate.nameOf(door);
  const place = { at: card.id, place: card.name, by: `the tier of ${name}` };
  if (address?.sku === 'Standard')
    journey.block('denied', {
      ...place,
      text: `${name} is of the Standard tier: it lets in only what a security group allows, and ${card.name} has none.`,
    });
  else if (address?.sku === undefined) journey.lack({ fact: `the tier of public IP address ${name}` }, place);
}

function behindLoadBalancer(journey: Journey, { id, name }: Resource): End {
  journey.lack({ fact: `what ${name} leads to` }, { at: id, place: name, by: name });
  return lost;
}

/** DNAT: the packet goes on to the translated address, from the firewall’s own. */
function throughTranslation(ground: Ground, journey: Journey, packet: Packet, firewall: Firewall): End {
  const { estate } = ground;
  const { access, by, at, address, port, missing } = translateByFirewall(estate, firewall, packet);
  const what = `${packet.protocol.toUpperCase()} ${packet.port}`;
  const place = { at, place: firewall.name, by };
  const translated = parseAddress(address ?? '');
  if (access === 'unknown' || (access === 'Allow' && (translated === undefined || port === undefined))) {
    journey.lack(missing ?? { fact: `where ${by} leads to` }, place);
    return lost;
  }
  if (access === 'Deny' || translated === undefined || port === undefined) {
    journey.block('denied', { ...place, text: `${firewall.name} drops ${what}: ${by}.` });
    return lost;
  }
  const subnet = estate.subnetOf(firewall.id);
  const owner = subnet === undefined ? undefined : nextHopOwner(estate, subnet, address);
  const label = owner === undefined ? (address ?? '') : estate.nameOf(owner);
  journey.pass(() => ({ ...place, text: `${capital(by)} leads ${what} on to ${label} at port ${port}.` }));
  const to: Target = {
    label,
    address: translated,
    isPrivate: owner !== undefined || isPrivateAddress(translated),
    ...(owner === undefined ? {} : { owner }),
  };
  const next: Packet = { ...packet, from: firewallAsSource(ground, firewall.id), to, port };
  if (subnet === undefined) return atPrivate({ packet: next, witnesses: [] }, false);
  return travel(ground, journey, {
    kind: 'leg',
    subnet,
    standing: standingOf(estate, subnet),
    packet: next,
    hosts: [],
    source: firewall,
    egress: firewallEgress(estate, firewall.id),
    passed: [firewall.id],
    witnesses: [],
  });
}

/** The public IP address that is asked for: itself, by its text, or as that of a load balancer without private frontends. */
export const doorOf = (estate: Estate, { resource, address }: Destination): ResourceId | undefined => {
  if (address !== undefined) return doorsByText(estate, 'all').get(address)?.[0]?.id;
  const found = findResource(estate.design, resource);
  if (found?.kind === 'public-ip-address') return found.id;
  if (found?.kind !== 'load-balancer') return undefined;
  const isInside = found.frontendIPConfigurations.some((one) => one.publicIPAddress === undefined);
  return isInside ? undefined : found.frontendIPConfigurations[0]?.publicIPAddress;
};

const doorsByText = estateQuestion((estate, _: 'all') =>
  grouped(resourcesOfKind(estate.design, 'public-ip-address'), (one) =>
    one.ipAddress === undefined ? [] : [one.ipAddress],
  ),
);

const holdersByAddress = estateQuestion((estate, _: 'all') =>
  grouped(allResources(estate.design), publicAddressesIn),
);

function publicAddressesIn(resource: Resource): readonly ResourceId[] {
  switch (resource.kind) {
    case 'network-interface':
      return flatMapped(resource.ipConfigurations, (one) => one.publicIPAddress ?? []);
    case 'load-balancer':
      return flatMapped(resource.frontendIPConfigurations, (one) => one.publicIPAddress ?? []);
    default:
      return 'publicIPAddresses' in resource ? (resource.publicIPAddresses ?? []) : [];
  }
}

/** The door as a destination. */
export const doorTarget = ({ estate }: Ground, id: ResourceId): Target => {
  const door = findResource(estate.design, id);
  const address = door?.kind === 'public-ip-address' ? parseAddress(door.ipAddress ?? '') : undefined;
  return {
    label: estate.nameOf(id),
    isPrivate: false,
    door: id,
    ...(address === undefined ? {} : { address }),
  };
};
