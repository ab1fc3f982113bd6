import { findOfKind, findResource, flatMapped, type ResourceId, resourcesOfKind } from '#model';
import { isPrivateAddress, parseAddress, parseLoosePrefix } from './cidr.ts';
import { nextHopOf } from './egress.ts';
import type { Estate } from './estate.ts';
import { capital } from './filters.ts';
import type { FirewallAnswer } from './firewall.ts';
import { type FirewallAnswerFor, type FirewallJudgement, judgeByFirewall } from './firewall-judgement.ts';
import { type Firewall, type RuleBase, ruleBaseOf } from './firewall-rules.ts';
import { type Ground, groundQuestion } from './ground.ts';
import { interfaceAt, interfaceIdsOf } from './interfaces.ts';
import type { Journey } from './journey.ts';
import { firewallEgress, leave } from './leaving.ts';
import { atPrivate, type End, enterByLink, type Leg, passRoute, pastDoubt, routeWords } from './leg.ts';
import type { EffectiveRoute, Egress } from './network.ts';
import type { Packet } from './security-rules.ts';
import { type Standing, standingOf } from './standing.ts';
import type { Target } from './target.ts';

/** A user route leads to an address: whatever has it judges the packet and sends it on. */
export function throughAppliance(
  ground: Ground,
  journey: Journey,
  leg: Leg,
  route: EffectiveRoute,
): Leg | End {
  const { estate } = ground;
  const { owner, network: home, link } = nextHopOf(estate, leg.subnet, route.nextHopIpAddress);
  if (owner === undefined) return outOfReach(ground, journey, leg, route);
  if (journey.isTold) tellNextHop(ground, journey, leg, route, owner);
  // What is addressed to the appliance itself goes through none of its rules.
  if (owner === leg.packet.to.owner) return atPrivate(leg);
  if (leg.passed.includes(owner)) {
    const text = `The packet comes back to ${estate.nameOf(owner)}: it goes round in a circle.`;
    const place = estate.nameOf(leg.subnet);
    journey.block('no-route', { at: route.by, place, by: routeWords(route), text });
    return pastDoubt(leg, 'it goes round in a circle');
  }
  if (home === undefined && !estate.isComplete) {
    const place = estate.nameOf(owner);
    journey.lack({ fact: `the virtual network of ${place}` }, { at: owner, place, by: routeWords(route) });
  }
  enterByLink(estate, journey, leg, link);
  const firewall = findOfKind(estate.design, owner, 'azure-firewall');
  return firewall
    ? throughFirewall(ground, journey, leg, firewall)
    : throughUnknown(ground, journey, leg, owner, route);
}

function tellNextHop(
  ground: Ground,
  journey: Journey,
  leg: Leg,
  route: EffectiveRoute,
  owner: ResourceId,
): void {
  const { estate, addresses } = ground;
  const name = estate.nameOf(owner);
  passRoute(ground, journey, leg, route, `${capital(routeWords(route))} leads to ${name}.`);
  if (addresses.isAssumed(owner))
    journey.assume(() => `${name} is taken to have ${route.nextHopIpAddress}: its address is not stated.`);
}

/** Nothing that the subnet reaches has the next hop: what has it may lie in a network that ought to be peered. */
function outOfReach(ground: Ground, journey: Journey, leg: Leg, route: EffectiveRoute): End {
  const { estate, addresses, peerings } = ground;
  const hop = route.nextHopIpAddress;
  const by = routeWords(route);
  const place = { at: route.by, place: estate.nameOf(leg.subnet), by };
  const own = leg.standing.network;
  const far = addresses.ownersOf(parseAddress(hop ?? '') ?? -1).map((id) => estate.virtualNetworkOf(id));
  const [fault] = flatMapped(far, (network) => peerings.faultBetween(own, network) ?? []);
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
  const card =
    interfaceAt(estate, owner, parseAddress(route.nextHopIpAddress ?? '')) ?? idleBackend(estate, owner);
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

/** Of the appliances behind a load balancer one, where none of them forwards. */
function idleBackend(estate: Estate, balancer: ResourceId) {
  const behind = resourcesOfKind(estate.design, 'network-interface').filter(({ ipConfigurations }) =>
    ipConfigurations.some((one) => one.loadBalancerBackendAddressPools?.includes(balancer)),
  );
  return behind.every(({ enableIPForwarding }) => enableIPForwarding === false) ? behind[0] : undefined;
}

/** A firewall judges the packet and sends it on. */
export function throughFirewall(ground: Ground, journey: Journey, leg: Leg, firewall: Firewall): Leg | End {
  const { packet, hosts } = leg;
  const post = postOf(ground, firewall.id);
  const judgement = judgeByFirewall(ground.estate, firewall, post.rules, packet, hosts);
  const { worst, each, denials } = judgement;
  if (!worst) return pastDoubt(leg, 'no host is named');
  const { access, isProxied } = worst;
  if (journey.isTold) for (const { answer } of each) journey.assumeAll(answer.assumptions);
  if (access === 'Deny' && journey.isTold) blockEach(journey, firewall, packet, judgement);
  else if (access === 'Deny') for (const { at } of denials) journey.stop('denied', at);
  else if (access === 'unknown')
    journey.lack(worst.missing ?? { fact: worst.by }, { at: worst.at, place: firewall.name, by: worst.by });
  else if (journey.isTold) tellPassage(journey, firewall, packet, worst);
  return sendOn(ground, journey, leg, firewall, post, isProxied || !staysPrivate(packet.to));
}

const whatOf = ({ protocol, port }: Packet): string => `${protocol.toUpperCase()} ${port}`;

function tellPassage(journey: Journey, { name }: Firewall, packet: Packet, { at, by }: FirewallAnswer): void {
  const text = `${name} passes ${whatOf(packet)} to ${packet.to.label}: ${by}.`;
  journey.pass(() => ({ at, place: name, by, text }));
}

/** One fault for every place where what denies it is written, or would be allowed. */
function blockEach(
  journey: Journey,
  { name }: Firewall,
  packet: Packet,
  { each, denials }: FirewallJudgement,
): void {
  for (const { at, by } of denials) {
    const text = `${name} drops ${whatOf(packet)} to ${labelsDeniedAt(each, at)}: ${by}.`;
    journey.block('denied', { at, place: name, by, text });
  }
}

const labelsDeniedAt = (each: readonly FirewallAnswerFor[], at: ResourceId): string =>
  flatMapped(each, ({ label, answer }) => (answer.access === 'Deny' && answer.at === at ? [label] : [])).join(
    ', ',
  );

/** Network rules leave the source as it is where the destination is an address that is never routed on the internet. */
const staysPrivate = ({ isPrivate, address }: Target): boolean =>
  isPrivate && (address === undefined || isPrivateAddress(address));

/** Application rules proxy, and what leaves for the internet is translated: then the firewall itself is the source. */
function sendOn(
  ground: Ground,
  journey: Journey,
  leg: Leg,
  firewall: Firewall,
  { home, standing = leg.standing, source, egress }: Post,
  isTranslated: boolean,
): Leg | End {
  const { id } = firewall;
  const { to, protocol, port } = leg.packet;
  const next: Leg = {
    kind: 'leg',
    subnet: home ?? leg.subnet,
    standing,
    packet: isTranslated ? { from: source, to, protocol, port } : leg.packet,
    hosts: leg.hosts,
    source: firewall,
    egress,
    passed: leg.passed.length === 0 ? [id] : [...leg.passed, id],
    witnesses: isTranslated ? nobody : [...leg.witnesses, id],
  };
  if (home !== undefined) return next;
  return to.isPrivate ? atPrivate(next, false) : leave(ground, journey, next, egress);
}

/** What a firewall judges by and where it sends from, put together once for the thousands of packets that it passes. */
interface Post {
  readonly rules: RuleBase;
  readonly home: ResourceId | undefined;
  /** Of that subnet. */
  readonly standing: Standing | undefined;
  readonly source: Target;
  /** How it reaches the internet. */
  readonly egress: Egress;
}

const postOf = groundQuestion((ground, id: ResourceId): Post => {
  const home = ground.estate.subnetOf(id);
  return {
    rules: ruleBaseOf(ground.estate, id),
    home,
    standing: home === undefined ? undefined : standingOf(ground.estate, home),
    source: firewallAsSource(ground, id),
    egress: firewallEgress(ground.estate, id),
  };
});

/** A firewall sends by any of its instances, each with an address of its subnet that no document holds. */
export const firewallAsSource = ({ estate, addresses }: Ground, id: ResourceId): Target => {
  const own = parseAddress(addresses.addressesOf(id)[0] ?? '');
  const subnet = findOfKind(estate.design, estate.subnetOf(id), 'subnet');
  const prefixes = flatMapped(subnet?.addressPrefixes ?? [], (text) => parseLoosePrefix(text) ?? []);
  const within =
    prefixes.find(({ first, last }) => own !== undefined && first <= own && own <= last) ?? prefixes[0];
  return {
    label: estate.nameOf(id),
    isPrivate: true,
    owner: id,
    ...(within ? { within: [within] } : {}),
  };
};

const nobody: readonly never[] = [];
