import type { ResourceId } from '#model';
import { filterByAdminRules } from './admin-rules.ts';
import type { Ground } from './ground.ts';
import { unseenInterfaceOf } from './interfaces.ts';
import type { Journey } from './journey.ts';
import {
  type FilterAnswer,
  filterBySecurityGroup,
  interfaceGroupsOf,
  type Packet,
} from './security-rules.ts';
import { type Standing, standingOf } from './standing.ts';

type Direction = 'Inbound' | 'Outbound';

/** Leaving a subnet: manager rules, then the interface's security group, then the subnet's. */
export const passOutbound = (ground: Ground, journey: Journey, subnet: ResourceId, packet: Packet): void => {
  const { estate } = ground;
  const standing = standingOf(estate, subnet);
  if (isDecidedByAdminRules(ground, journey, standing, 'Outbound', packet)) return;
  const { securityGroup: own } = standing;
  const ofInterface = interfaceGroupsOf(estate, packet.from.owner, packet.from.address);
  const groups = own === undefined ? ofInterface : [...ofInterface, own];
  passGroups(ground, journey, { subnet, standing, groups, direction: 'Outbound' }, packet);
};

/** Entering a subnet: manager rules, then the subnet's security group, then the interface's. */
export const passInbound = (ground: Ground, journey: Journey, subnet: ResourceId, packet: Packet): void => {
  const { estate } = ground;
  const standing = standingOf(estate, subnet);
  if (isDecidedByAdminRules(ground, journey, standing, 'Inbound', packet)) return;
  const { securityGroup: own } = standing;
  const ofInterface = interfaceGroupsOf(estate, packet.to.owner, packet.to.address);
  const groups = own === undefined ? ofInterface : [own, ...ofInterface];
  passGroups(ground, journey, { subnet, standing, groups, direction: 'Inbound' }, packet);
};

/** The security groups on the way out of a subnet or into it, in the order in which packets meet them. */
interface Gate {
  readonly subnet: ResourceId;
  readonly standing: Standing;
  readonly groups: readonly ResourceId[];
  readonly direction: Direction;
}

function passGroups(
  { estate }: Ground,
  journey: Journey,
  { subnet, standing, groups, direction }: Gate,
  packet: Packet,
): void {
  const nameOf = () => estate.nameOf(subnet);
  if (!standing.isShown)
    journey.lack(
      { fact: `subnet ${nameOf()} with its security group and routes` },
      { at: subnet, place: nameOf(), by: 'what is not shown' },
    );
  const machine = (direction === 'Outbound' ? packet.from : packet.to).owner;
  const unseen = unseenInterfaceOf(estate, machine);
  if (unseen !== undefined)
    journey.lack(
      { fact: `network interface ${estate.nameOf(unseen)} with its security group` },
      { at: machine, place: nameOf(), by: `network interface ${estate.nameOf(unseen)}` },
    );
  if (groups.length === 0) {
    journey.pass(() => ({
      at: subnet,
      place: nameOf(),
      by: 'no security group',
      text: `${nameOf()} has no security group: nothing is filtered.`,
    }));
    return;
  }
  for (const group of groups)
    record(
      journey,
      nameOf,
      packet,
      filterBySecurityGroup(estate, group, direction, packet, standing.space),
      group,
    );
}

function isDecidedByAdminRules(
  { estate }: Ground,
  journey: Journey,
  { network, adminRules, space }: Standing,
  direction: Direction,
  packet: Packet,
): boolean {
  const answer = filterByAdminRules(estate, adminRules, direction, packet, space);
  if (!answer) return false;
  record(journey, () => estate.nameOf(network), packet, answer, answer.at);
  return answer.access !== 'unknown';
}

function record(
  journey: Journey,
  nameOf: () => string,
  { to, protocol, port }: Packet,
  { access, by, missing }: FilterAnswer,
  at: ResourceId | undefined,
): void {
  const told = (does: string) => ({
    at,
    place: nameOf(),
    by,
    text: `${capital(by)} ${does} ${protocol.toUpperCase()} ${port} to ${to.label}.`,
  });
  if (access === 'Allow') journey.pass(() => told('allows'));
  else if (access === 'Deny') journey.block('denied', told('denies'));
  else journey.lack({ fact: missing ?? by }, { at, place: nameOf(), by });
}

/** A sentence begins with a capital letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
