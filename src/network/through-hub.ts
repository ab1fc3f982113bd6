import { findOfKind, type ResourceId, type ResourceOf } from '#model';
import { throughFirewall } from './appliances.ts';
import type { Estate } from './estate.ts';
import { capital } from './filters.ts';
import type { Ground } from './ground.ts';
import { isConnectedTo, isConnectedToHub, isHubDecided, privateFirewallOf } from './hub-routes.ts';
import type { Journey } from './journey.ts';
import { atPrivate, type End, type Leg, passRoute, routeWords } from './leg.ts';
import type { EffectiveRoute } from './network.ts';
import { wideAreaHubOf } from './peerings.ts';

/** A virtual WAN hub sends to the networks that are connected to it, past its firewall where a route leads there. */
export function throughHub(
  ground: Ground,
  journey: Journey,
  leg: Leg,
  route: EffectiveRoute,
  { id, name }: ResourceOf<'virtual-wan-hub'>,
): Leg | End {
  const { estate } = ground;
  const { to } = leg.packet;
  const firewall = findOfKind(estate.design, route.nextHop, 'azure-firewall');
  if (journey.isTold) {
    const past = firewall ? `, which sends it through ${firewall.name}` : '';
    passRoute(ground, journey, leg, route, `${capital(routeWords(route))} leads to ${name}${past}.`);
  }
  const end = firewall ? throughFirewall(ground, journey, leg, firewall) : atPrivate(leg);
  const there = to.owner === undefined ? undefined : estate.virtualNetworkOf(to.owner);
  if (there !== undefined && isConnectedTo(estate, id, there)) return end;
  const far = wideAreaHubOf(estate, there);
  const onward =
    far && far.id !== id ? throughFarHub(ground, journey, leg, { own: id, far, end }) : undefined;
  if (onward) return onward;
  if (there !== undefined && estate.isComplete && !isConnectedToHub(estate, there))
    journey.block('no-route', {
      at: id,
      place: name,
      by: `connections of ${name}`,
      text: `${name} does not lead to ${to.label}: ${estate.nameOf(there)} is not connected to it.`,
    });
  else
    journey.lack(
      { fact: `how virtual WAN hub ${name} routes ${to.label}` },
      { at: id, place: name, by: name },
    );
  return end;
}

interface FarHub {
  readonly own: ResourceId;
  readonly far: ResourceOf<'virtual-wan-hub'>;
  /** Behind the own hub. */
  readonly end: Leg | End;
}

/**
 * Policies for private traffic send what goes from hub to hub through the firewalls of both, or of the one that has such a
 * policy: learn.microsoft.com/azure/virtual-wan/how-to-routing-policies. Without any, labels decide, which no design holds.
 */
function throughFarHub(
  ground: Ground,
  journey: Journey,
  leg: Leg,
  { own, far, end }: FarHub,
): Leg | End | undefined {
  const { estate } = ground;
  const hub = findOfKind(estate.design, own, 'virtual-wan-hub');
  const first = hub && privateFirewallOf(estate, hub);
  const second = privateFirewallOf(estate, far);
  if (first === undefined || second === undefined || (first === 'none' && second === 'none'))
    return undefined;
  journey.assume(() => `${estate.nameOf(own)} and ${far.name} are taken to belong to one virtual WAN.`);
  const firewall = second === 'none' ? undefined : findOfKind(estate.design, second, 'azure-firewall');
  return firewall ? throughFirewall(ground, journey, leg, firewall) : end;
}

/** Where all that the hub announces is known, what it does not announce is out of reach; a network of no hub may be joined otherwise. */
export const isKeptApartByHub = (
  estate: Estate,
  hub: ResourceId,
  own: ResourceId,
  other: ResourceId,
): boolean =>
  isHubDecided(estate, own) &&
  (isConnectedTo(estate, hub, other) || (estate.isComplete && !isConnectedToHub(estate, other)));
