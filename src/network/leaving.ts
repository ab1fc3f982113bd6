import { defaultOutboundRetirement } from '#catalog';
import { findOfKind, type ResourceId, type ResourceOf } from '#model';
import { directEgress } from './egress.ts';
import { type Estate, estateQuestion } from './estate.ts';
import { capital } from './filters.ts';
import type { Ground } from './ground.ts';
import type { Journey } from './journey.ts';
import { atPublic, type End, type Leg } from './leg.ts';
import type { Egress } from './network.ts';

/** How a firewall itself reaches the internet. */
export const firewallEgress = estateQuestion((estate, id: ResourceId): Egress => {
  const firewall = findOfKind(estate.design, id, 'azure-firewall');
  const subnet = findOfKind(estate.design, estate.subnetOf(id), 'subnet');
  // Azure gives the firewall of a virtual WAN hub its public addresses itself.
  const isInHub = findOfKind(estate.design, firewall?.parent, 'virtual-wan-hub') !== undefined;
  const hasOwn =
    isInHub || firewall?.publicIPAddresses === undefined || firewall.publicIPAddresses.length > 0;
  if (subnet?.natGateway !== undefined) return directEgress(estate, subnet.id);
  return hasOwn
    ? { by: 'firewall', resource: id, text: `the public IP address of ${estate.nameOf(id)}` }
    : { by: 'none', resource: id, text: `${estate.nameOf(id)} has no public IP address` };
});

/** Leaves for the internet by what sends it there. */
export function leave(ground: Ground, journey: Journey, leg: Leg, egress: Egress): End {
  const isHeld = sayWhatHolds(ground, journey, leg, egress);
  if (!isHeld && journey.isTold) tellLeaving(journey, leg, egress);
  return atPublic(leg.packet, { egress, subnet: leg.subnet, isByServiceEndpoint: false });
}

const placeOf = ({ subnet }: Leg, { resource, text }: Egress) => ({
  at: resource ?? subnet,
  place: 'Internet',
  by: text,
});

function tellLeaving(journey: Journey, leg: Leg, egress: Egress): void {
  if (egress.by === 'default-outbound') journey.assume(() => `${capital(egress.text)}.`);
  journey.pass(() => ({ ...placeOf(leg, egress), text: `It leaves by ${egress.text}.` }));
}

/** Whether something keeps it from leaving, or may. */
function sayWhatHolds({ estate }: Ground, journey: Journey, leg: Leg, egress: Egress): boolean {
  const { by, text } = egress;
  if (by === 'none') {
    const place = { ...placeOf(leg, egress), text: `Nothing sends it to the internet: ${text}.` };
    journey.block('no-route', place);
    return true;
  }
  if (by === 'unknown') {
    const fact = `the way of ${estate.nameOf(leg.subnet)} to the internet`;
    journey.lack(egress.missing ?? { fact }, placeOf(leg, egress));
    return true;
  }
  const gateway = findOfKind(estate.design, egress.resource, 'nat-gateway');
  if (gateway && gateway.presence === undefined && hasNoAddress(gateway)) {
    const place = placeOf(leg, egress);
    if (estate.isComplete || gateway.publicIPAddresses !== undefined)
      journey.block('no-route', { ...place, text: `${gateway.name} has no public IP address to send from.` });
    else journey.lack({ fact: `the public IP addresses of ${gateway.name}` }, place);
    return true;
  }
  if (by !== 'default-outbound' || !mayBePrivate(estate, leg.subnet)) return false;
  const { name } = findOfKind(estate.design, leg.subnet, 'subnet') ?? {};
  const fact = `defaultOutboundAccess of ${name} (off in networks made since ${retired})`;
  journey.lack({ fact }, placeOf(leg, egress));
  return true;
}

const retired = defaultOutboundRetirement.from;

/** What is yet to be deployed is private unless it says otherwise; what an export shows is as it was when it was made. */
const mayBePrivate = ({ design }: Estate, subnet: ResourceId): boolean =>
  design.source.format !== 'azure-export' &&
  findOfKind(design, subnet, 'subnet')?.defaultOutboundAccess === undefined;

const hasNoAddress = ({
  publicIPAddresses = [],
  publicIPPrefixes = [],
}: ResourceOf<'nat-gateway'>): boolean => publicIPAddresses.length === 0 && publicIPPrefixes.length === 0;
