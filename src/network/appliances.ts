import { findOfKind, findResource, type ResourceId } from '#model';
import { isPrivateAddress, parseAddress, parseLoosePrefix } from './cidr.ts';
import { nextHopOwner } from './egress.ts';
import { capital } from './filters.ts';
import { filterByFirewall } from './firewall.ts';
import type { Firewall } from './firewall-rules.ts';
import type { Ground } from './ground.ts';
import { interfaceAt, interfaceIdsOf } from './interfaces.ts';
import type { Journey } from './journey.ts';
import { firewallEgress, leave } from './leaving.ts';
import { atPrivate, type End, enterByPeering, type Leg, pastDoubt, routeWords } from './leg.ts';
import { grouped } from './memo.ts';
import type { EffectiveRoute } from './network.ts';
import type { Target } from './target.ts';

/** A user route leads to an address: whatever has it judges the packet and sends it on. */
export function throughAppliance(
  ground: Ground,
  journey: Journey,
  leg: Leg,
  route: EffectiveRoute,
): Leg | End {
  const { estate, addresses } = ground;
  const place = estate.nameOf(leg.subnet);
  const by = routeWords(route);
  const owner = nextHopOwner(estate, leg.subnet, route.nextHopIpAddress);
  if (owner === undefined) return outOfReach(ground, journey, leg, route);
  const name = estate.nameOf(owner);
  journey.pass({ at: route.by ?? leg.subnet, place, by, text: `${capital(by)} leads to ${name}.` });
  if (addresses.isAssumed(owner))
    journey.assume(`${name} is taken to have ${route.nextHopIpAddress}: its address is not stated.`);
  // What is addressed to the appliance itself goes through none of its rules.
  if (owner === leg.packet.to.owner) return atPrivate(leg);
  if (leg.passed.includes(owner)) {
    const text = `The packet comes back to ${name}: it goes round in a circle.`;
    journey.block('no-route', { at: route.by, place, by, text });
    return pastDoubt(leg, 'it goes round in a circle');
  }
  const home = estate.virtualNetworkOf(owner);
  if (home === undefined && !estate.isComplete)
    journey.lack({ fact: `the virtual network of ${name}` }, { at: owner, place: name, by });
  enterByPeering(ground, journey, leg, home);
  const firewall = findOfKind(estate.design, owner, 'azure-firewall');
  return firewall
    ? throughFirewall(ground, journey, leg, firewall)
    : throughUnknown(ground, journey, leg, owner, route);
}

/** Nothing that the subnet reaches has the next hop: what has it may lie in a network that ought to be peered. */
function outOfReach(ground: Ground, journey: Journey, leg: Leg, route: EffectiveRoute): End {
  const { estate, addresses, peerings } = ground;
  const hop = route.nextHopIpAddress;
  const by = routeWords(route);
  const place = { at: route.by, place: estate.nameOf(leg.subnet), by };
  const own = estate.virtualNetworkOf(leg.subnet);
  const far = addresses.ownersOf(parseAddress(hop ?? '') ?? -1).map((id) => estate.virtualNetworkOf(id));
  const [fault] = far.flatMap((network) => peerings.faultBetween(own, network) ?? []);
  const home = far.find((network) => network !== undefined);
  const why =
    fault?.text ??
    (home === undefined ? '' : `${estate.nameOf(own)} is not peered with ${estate.nameOf(home)}`);
  const text = `Nothing in reach has ${hop}, the next hop of ${by}${why === '' ? '' : `: ${why}`}.`;
  if (fault) journey.block('no-route', { ...place, at: fault.half.id, text });
  else if (estate.isComplete) journey.block('no-route', { ...place, text });
  else journey.lack({ fact: `the appliance at ${hop}` }, place);
  return pastDoubt(leg, `what is at ${hop} is not shown`);
}

/** What somebody else's appliance lets pass is not in Azure's model; whether it can forward at all is. */
function throughUnknown(
  ground: Ground,
  journey: Journey,
  leg: Leg,
  owner: ResourceId,
  route: EffectiveRoute,
): End {
  const { estate } = ground;
  const name = estate.nameOf(owner);
  const card = interfaceAt(estate, owner, parseAddress(route.nextHopIpAddress ?? ''));
  if (card?.enableIPForwarding === false)
    journey.block('no-route', {
      at: card.id,
      place: name,
      by: `enableIPForwarding of ${card.name}`,
      text: `${name} drops what is not addressed to it: IP forwarding of ${card.name} is off.`,
    });
  else if (card && card.enableIPForwarding === undefined)
    journey.assume(`${card.name} is taken to forward packets: enableIPForwarding is not stated.`);
  const isOnlyWay =
    interfaceIdsOf(estate, owner).length < 2 && findResource(estate.design, owner)?.kind !== 'load-balancer';
  if (isOnlyWay && estate.subnetOf(owner) === leg.subnet)
    journey.block('no-route', {
      at: route.by,
      place: name,
      by: routeWords(route),
      text: `${name} lies in ${estate.nameOf(leg.subnet)}, whose route sends its packets back to it.`,
    });
  journey.lack({ fact: `what ${name} lets pass` }, { at: owner, place: name, by: name });
  return pastDoubt(leg, `what ${name} does is not shown`);
}

function throughFirewall(ground: Ground, journey: Journey, leg: Leg, firewall: Firewall): Leg | End {
  const { packet } = leg;
  const answers = askForEach(ground, leg, firewall);
  const worst =
    answers.find(({ answer }) => answer.access === 'Deny') ??
    answers.find(({ answer }) => answer.access === 'unknown') ??
    answers[0];
  if (!worst) return pastDoubt(leg, 'no host is named');
  const { answer } = worst;
  const denials = grouped(
    answers.filter((one) => one.answer.access === 'Deny'),
    (one) => [one.answer.at],
  );
  const what = `${packet.protocol.toUpperCase()} ${packet.port}`;
  const place = { at: answer.at, place: firewall.name, by: answer.by };
  for (const one of answers) journey.assume(...one.answer.assumptions);
  if (answer.access === 'Deny')
    for (const [at, denied] of denials) {
      const by = denied[0]?.answer.by ?? '';
      const names = denied.map(({ label }) => label).join(', ');
      journey.block('denied', {
        ...place,
        at,
        by,
        text: `${firewall.name} drops ${what} to ${names}: ${by}.`,
      });
    }
  else if (answer.access === 'unknown') journey.lack(answer.missing ?? { fact: answer.by }, place);
  else
    journey.pass({ ...place, text: `${firewall.name} passes ${what} to ${packet.to.label}: ${answer.by}.` });
  return sendOn(ground, journey, leg, firewall, answer.isProxied || !staysPrivate(packet.to));
}

/** Network rules leave the source as it is where the destination is an address that is never routed on the internet. */
const staysPrivate = ({ isPrivate, address }: Target): boolean =>
  isPrivate && (address === undefined || isPrivateAddress(address));

/** Application rules proxy, and what leaves for the internet is translated: then the firewall itself is the source. */
function sendOn(
  ground: Ground,
  journey: Journey,
  leg: Leg,
  firewall: Firewall,
  isTranslated: boolean,
): Leg | End {
  const { estate } = ground;
  const next: Leg = {
    ...leg,
    packet: isTranslated ? { ...leg.packet, from: firewallAsSource(ground, firewall) } : leg.packet,
    source: firewall,
    passed: [...leg.passed, firewall.id],
    witnesses: isTranslated ? [] : [...leg.witnesses, firewall.id],
  };
  const subnet = estate.subnetOf(firewall.id);
  if (subnet !== undefined) return { ...next, subnet };
  return next.packet.to.isPrivate
    ? atPrivate(next, false)
    : leave(ground, journey, next, firewallEgress(ground, firewall));
}

/** A firewall sends by any of its instances, each with an address of its subnet that no document holds. */
export const firewallAsSource = ({ estate, addresses }: Ground, firewall: Firewall): Target => {
  const own = parseAddress(addresses.addressesOf(firewall.id)[0] ?? '');
  const subnet = findOfKind(estate.design, estate.subnetOf(firewall.id), 'subnet');
  const prefixes = (subnet?.addressPrefixes ?? []).flatMap((text) => parseLoosePrefix(text) ?? []);
  const within =
    prefixes.find(({ first, last }) => own !== undefined && first <= own && own <= last) ?? prefixes[0];
  return {
    label: firewall.name,
    isPrivate: true,
    owner: firewall.id,
    ...(within ? { within: [within] } : {}),
  };
};

/** A firewall judges each host name by itself. */
function askForEach({ estate }: Ground, { packet, hosts }: Leg, firewall: Firewall) {
  if (hosts.length === 0)
    return [{ label: packet.to.label, answer: filterByFirewall(estate, firewall, packet) }];
  return hosts.map((host) => ({
    label: host,
    answer: filterByFirewall(estate, firewall, { ...packet, to: { ...packet.to, host } }),
  }));
}
