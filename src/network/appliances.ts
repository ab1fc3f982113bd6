import { findOfKind, findResource, type ResourceId } from '#model';
import { isPrivateAddress, parseAddress, parseLoosePrefix } from './cidr.ts';
import { nextHopOwner } from './egress.ts';
import { capital } from './filters.ts';
import { type FirewallAnswer, filterByFirewall } from './firewall.ts';
import type { Firewall } from './firewall-rules.ts';
import { type Ground, groundQuestion } from './ground.ts';
import { interfaceAt, interfaceIdsOf } from './interfaces.ts';
import type { Journey } from './journey.ts';
import { firewallEgress, leave } from './leaving.ts';
import { atPrivate, type End, enterByPeering, type Leg, passRoute, pastDoubt, routeWords } from './leg.ts';
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
  const owner = nextHopOwner(estate, leg.subnet, route.nextHopIpAddress);
  if (owner === undefined) return outOfReach(ground, journey, leg, route);
  const nameOf = () => estate.nameOf(owner);
  passRoute(ground, journey, leg, route, () => `${capital(routeWords(route))} leads to ${nameOf()}.`);
  journey.assume(() =>
    addresses.isAssumed(owner)
      ? `${nameOf()} is taken to have ${route.nextHopIpAddress}: its address is not stated.`
      : undefined,
  );
  // What is addressed to the appliance itself goes through none of its rules.
  if (owner === leg.packet.to.owner) return atPrivate(leg);
  if (leg.passed.includes(owner)) {
    const text = `The packet comes back to ${nameOf()}: it goes round in a circle.`;
    const place = estate.nameOf(leg.subnet);
    journey.block('no-route', { at: route.by, place, by: routeWords(route), text });
    return pastDoubt(leg, 'it goes round in a circle');
  }
  const home = estate.virtualNetworkOf(owner);
  if (home === undefined && !estate.isComplete)
    journey.lack(
      { fact: `the virtual network of ${nameOf()}` },
      { at: owner, place: nameOf(), by: routeWords(route) },
    );
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
    journey.assume(() => `${card.name} is taken to forward packets: enableIPForwarding is not stated.`);
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
  const { at, by } = answer;
  const whatOf = () => `${packet.protocol.toUpperCase()} ${packet.port}`;
  for (const one of answers) journey.assumeAll(one.answer.assumptions);
  if (answer.access === 'Deny') blockEach(journey, firewall, whatOf, answers);
  else if (answer.access === 'unknown')
    journey.lack(answer.missing ?? { fact: by }, { at, place: firewall.name, by });
  else
    journey.pass(() => ({
      at,
      place: firewall.name,
      by,
      text: `${firewall.name} passes ${whatOf()} to ${packet.to.label}: ${by}.`,
    }));
  return sendOn(ground, journey, leg, firewall, answer.isProxied || !staysPrivate(packet.to));
}

/** One fault for every place where what denies it is written, or would be allowed. */
function blockEach(
  journey: Journey,
  firewall: Firewall,
  whatOf: () => string,
  answers: readonly FirewallAnswerFor[],
): void {
  const denials = answers.filter(({ answer }) => answer.access === 'Deny');
  denials.forEach(({ answer: { at, by } }, index) => {
    if (denials.findIndex(({ answer }) => answer.at === at) < index) return;
    const namesOf = () =>
      denials.flatMap(({ label, answer }) => (answer.at === at ? [label] : [])).join(', ');
    const text = () => `${firewall.name} drops ${whatOf()} to ${namesOf()}: ${by}.`;
    journey.block('denied', { at, place: firewall.name, by, text });
  });
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
    packet: isTranslated ? { ...leg.packet, from: firewallAsSource(ground, firewall.id) } : leg.packet,
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
export const firewallAsSource = groundQuestion(({ estate, addresses }, id: ResourceId): Target => {
  const own = parseAddress(addresses.addressesOf(id)[0] ?? '');
  const subnet = findOfKind(estate.design, estate.subnetOf(id), 'subnet');
  const prefixes = (subnet?.addressPrefixes ?? []).flatMap((text) => parseLoosePrefix(text) ?? []);
  const within =
    prefixes.find(({ first, last }) => own !== undefined && first <= own && own <= last) ?? prefixes[0];
  return {
    label: estate.nameOf(id),
    isPrivate: true,
    owner: id,
    ...(within ? { within: [within] } : {}),
  };
});

interface FirewallAnswerFor {
  readonly label: string;
  readonly answer: FirewallAnswer;
}

/** A firewall judges each host name by itself. */
function askForEach(
  { estate }: Ground,
  { packet, hosts }: Leg,
  firewall: Firewall,
): readonly FirewallAnswerFor[] {
  if (hosts.length === 0)
    return [{ label: packet.to.label, answer: filterByFirewall(estate, firewall, packet) }];
  return hosts.map((host) => {
    const { to } = packet;
    const asked = to.host === host ? packet : { ...packet, to: { ...to, host } };
    return { label: host, answer: filterByFirewall(estate, firewall, asked) };
  });
}
