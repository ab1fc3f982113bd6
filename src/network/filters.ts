import type { ResourceId } from '#model';
import { filterByAdminRules } from './admin-rules.ts';
import type { Ground } from './ground.ts';
import { interfaceIdsOf, unseenInterfaceOf } from './interfaces.ts';
import type { Journey, Place } from './journey.ts';
import { type FilterAnswer, filterBySecurityGroup, interfaceGroupOf, type Packet } from './security-rules.ts';
import { type Standing, standingOf } from './standing.ts';
import type { Target } from './target.ts';

type Direction = 'Inbound' | 'Outbound';

/** Leaving a subnet: manager rules, then the interface's security group, then the subnet's. */
export const passOutbound = (
  ground: Ground,
  journey: Journey,
  subnet: ResourceId,
  packet: Packet,
  standing: Standing = standingOf(ground.estate, subnet),
): void => {
  const gate: Gate = { subnet, standing, direction: 'Outbound' };
  if (isDecidedByAdminRules(ground, journey, gate, packet)) return;
  const { securityGroup: own } = standing;
  const ofInterface = groupBefore(ground, journey, gate, packet.from);
  if (ofInterface !== undefined) passGroup(ground, journey, gate, ofInterface, packet);
  if (own !== undefined) passGroup(ground, journey, gate, own, packet);
  else if (ofInterface === undefined && journey.isTold) tellOpen(ground, journey, subnet);
};

/** Entering a subnet: manager rules, then the subnet's security group, then the interface's. */
export const passInbound = (ground: Ground, journey: Journey, subnet: ResourceId, packet: Packet): void => {
  const standing = standingOf(ground.estate, subnet);
  const gate: Gate = { subnet, standing, direction: 'Inbound' };
  if (isDecidedByAdminRules(ground, journey, gate, packet)) return;
  const { securityGroup: own } = standing;
  const ofInterface = groupBefore(ground, journey, gate, packet.to);
  if (own !== undefined) passGroup(ground, journey, gate, own, packet);
  if (ofInterface !== undefined) passGroup(ground, journey, gate, ofInterface, packet);
  else if (own === undefined && journey.isTold) tellOpen(ground, journey, subnet);
};

/** The way out of a subnet or into it. */
interface Gate {
  readonly subnet: ResourceId;
  readonly standing: Standing;
  readonly direction: Direction;
}

/** The security group of a machine's interface; says what of it is not shown. */
function groupBefore(
  { estate }: Ground,
  journey: Journey,
  { subnet, standing }: Gate,
  { owner, address }: Target,
): ResourceId | undefined {
  if (!standing.isShown) {
    const place = estate.nameOf(subnet);
    journey.lack(
      { fact: `subnet ${place} with its security group and routes` },
      { at: subnet, place, by: 'what is not shown' },
    );
  }
  if (interfaceIdsOf(estate, owner).length === 0) return undefined;
  const unseen = unseenInterfaceOf(estate, owner);
  if (unseen !== undefined) {
    const by = `network interface ${estate.nameOf(unseen)}`;
    const place = estate.nameOf(subnet);
    journey.lack({ fact: `${by} with its security group` }, { at: owner, place, by });
  }
  return interfaceGroupOf(estate, owner, address);
}

function tellOpen({ estate }: Ground, journey: Journey, subnet: ResourceId): void {
  const place = estate.nameOf(subnet);
  const text = `${place} has no security group: nothing is filtered.`;
  journey.pass(() => ({ at: subnet, place, by: 'no security group', text }));
}

function passGroup(
  { estate }: Ground,
  journey: Journey,
  { subnet, standing, direction }: Gate,
  group: ResourceId,
  packet: Packet,
): void {
  const answer = filterBySecurityGroup(estate, group, direction, packet, standing.space);
  if (answer.access !== 'Allow' || journey.isTold)
    record(journey, estate.nameOf(subnet), packet, answer, { at: group, direction });
}

function isDecidedByAdminRules(
  { estate }: Ground,
  journey: Journey,
  { standing: { network, adminRules, space }, direction }: Gate,
  packet: Packet,
): boolean {
  const answer = filterByAdminRules(estate, adminRules, direction, packet, space);
  if (!answer) return false;
  record(journey, estate.nameOf(network), packet, answer, { at: answer.at });
  return answer.access !== 'unknown';
}

function record(
  journey: Journey,
  place: string,
  { to, protocol, port }: Packet,
  { access, by, missing }: FilterAnswer,
  decider: Pick<Place, 'at' | 'direction'>,
): void {
  const textOf = (does: string) => `${capital(by)} ${does} ${protocol.toUpperCase()} ${port} to ${to.label}.`;
  if (access === 'Allow') journey.pass(() => ({ ...decider, place, by, text: textOf('allows') }));
  else if (access === 'Deny')
    journey.block('denied', { ...decider, place, by, text: () => textOf('denies') });
  else journey.lack({ fact: missing ?? by }, { ...decider, place, by });
}

/** A sentence begins with a capital letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
