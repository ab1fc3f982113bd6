import { findOfKind, type ResourceId, type ResourceOf } from '#model';
import type { Aim } from './aim.ts';
import { arriveInPublic } from './arrival.ts';
import { directEgress } from './egress.ts';
import { capital } from './filters.ts';
import type { Ground } from './ground.ts';
import type { Journey } from './journey.ts';
import type { Egress } from './network.ts';
import type { Packet } from './security-rules.ts';

/** How a firewall itself reaches the internet. */
export function firewallEgress({ estate }: Ground, firewall: ResourceOf<'azure-firewall'>): Egress {
  const subnet = findOfKind(estate.design, estate.subnetOf(firewall.id), 'subnet');
  const hasOwn = firewall.publicIPAddresses === undefined || firewall.publicIPAddresses.length > 0;
  if (subnet?.natGateway !== undefined) return directEgress(estate, subnet.id);
  return hasOwn
    ? { by: 'firewall', resource: firewall.id, text: `the public IP address of ${firewall.name}` }
    : { by: 'none', resource: firewall.id, text: `${firewall.name} has no public IP address` };
}

interface Departure {
  readonly subnet: ResourceId;
  readonly packet: Packet;
  readonly aim: Aim;
}

/** Leaves for the internet by what sends it there, and arrives at the public address. */
export function leave(ground: Ground, journey: Journey, leg: Departure, egress: Egress): Journey {
  const { estate } = ground;
  const place = { at: egress.resource ?? leg.subnet, place: 'Internet', by: egress.text };
  if (egress.by === 'none')
    return journey.block('no-route', { ...place, text: `Nothing sends it to the internet: ${egress.text}.` });
  if (egress.by === 'unknown')
    return journey.lack({ fact: `the way of ${estate.nameOf(leg.subnet)} to the internet` }, place);
  if (egress.by === 'default-outbound') journey.assume(`${capital(egress.text)}.`);
  journey.pass({ ...place, text: `It leaves by ${egress.text}.` });
  return arriveInPublic(ground, journey, leg.packet, leg.aim, {
    egress,
    subnet: leg.subnet,
    isByServiceEndpoint: false,
  });
}
