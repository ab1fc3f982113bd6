import { defaultOutboundRetirement } from '#catalog';
import { findOfKind, type ResourceId, type ResourceOf } from '#model';
import { directEgress } from './egress.ts';
import { capital } from './filters.ts';
import type { Ground } from './ground.ts';
import type { Journey } from './journey.ts';
import { atPublic, type End, type Leg } from './leg.ts';
import type { Egress } from './network.ts';

/** How a firewall itself reaches the internet. */
export function firewallEgress({ estate }: Ground, firewall: ResourceOf<'azure-firewall'>): Egress {
  const subnet = findOfKind(estate.design, estate.subnetOf(firewall.id), 'subnet');
  const hasOwn = firewall.publicIPAddresses === undefined || firewall.publicIPAddresses.length > 0;
  if (subnet?.natGateway !== undefined) return directEgress(estate, subnet.id);
  return hasOwn
    ? { by: 'firewall', resource: firewall.id, text: `the public IP address of ${firewall.name}` }
    : { by: 'none', resource: firewall.id, text: `${firewall.name} has no public IP address` };
}

/** Leaves for the internet by what sends it there. */
export function leave(ground: Ground, journey: Journey, leg: Leg, egress: Egress): End {
  const { estate } = ground;
  const place = { at: egress.resource ?? leg.subnet, place: 'Internet', by: egress.text };
  const end = atPublic(leg.packet, { egress, subnet: leg.subnet, isByServiceEndpoint: false });
  if (egress.by === 'none') {
    journey.block('no-route', { ...place, text: `Nothing sends it to the internet: ${egress.text}.` });
    return end;
  }
  if (egress.by === 'unknown') {
    journey.lack({ fact: `the way of ${estate.nameOf(leg.subnet)} to the internet` }, place);
    return end;
  }
  const gateway = findOfKind(estate.design, egress.resource, 'nat-gateway');
  if (gateway && gateway.presence === undefined && hasNoAddress(gateway)) {
    if (estate.isComplete || gateway.publicIPAddresses !== undefined)
      journey.block('no-route', { ...place, text: `${gateway.name} has no public IP address to send from.` });
    else journey.lack({ fact: `the public IP addresses of ${gateway.name}` }, place);
    return end;
  }
  if (egress.by === 'default-outbound' && mayBePrivate(ground, leg.subnet)) {
    const { name } = findOfKind(estate.design, leg.subnet, 'subnet') ?? {};
    journey.lack({ fact: `defaultOutboundAccess of ${name} (off in networks made since ${retired})` }, place);
    return end;
  }
  if (egress.by === 'default-outbound') journey.assume(() => `${capital(egress.text)}.`);
  journey.pass(() => ({ ...place, text: `It leaves by ${egress.text}.` }));
  return end;
}

const retired = defaultOutboundRetirement.from;

/** What is yet to be deployed is private unless it says otherwise; what an export shows is as it was when it was made. */
const mayBePrivate = ({ estate: { design } }: Ground, subnet: ResourceId): boolean =>
  design.source.format !== 'azure-export' &&
  findOfKind(design, subnet, 'subnet')?.defaultOutboundAccess === undefined;

const hasNoAddress = ({
  publicIPAddresses = [],
  publicIPPrefixes = [],
}: ResourceOf<'nat-gateway'>): boolean => publicIPAddresses.length === 0 && publicIPPrefixes.length === 0;
