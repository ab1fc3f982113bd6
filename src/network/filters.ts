import { findOfKind, type ResourceId } from '#model';
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

type Direction = 'Inbound' | 'Outbound';

/** Leaving a subnet: manager rules, then the interface's security group, then the subnet's. */
export const passOutbound = (ground: Ground, journey: Journey, subnet: ResourceId, packet: Packet): void => {
  const { estate } = ground;
  if (isDecidedByAdminRules(ground, journey, subnet, 'Outbound', packet)) return;
  const own = findOfKind(estate.design, subnet, 'subnet')?.networkSecurityGroup;
  const groups = [
    ...interfaceGroupsOf(estate, packet.from.owner, packet.from.address),
    ...(own === undefined ? [] : [own]),
  ];
  passGroups(ground, journey, subnet, groups, 'Outbound', packet);
};

/** Entering a subnet: manager rules, then the subnet's security group, then the interface's. */
export const passInbound = (ground: Ground, journey: Journey, subnet: ResourceId, packet: Packet): void => {
  const { estate } = ground;
  if (isDecidedByAdminRules(ground, journey, subnet, 'Inbound', packet)) return;
  const own = findOfKind(estate.design, subnet, 'subnet')?.networkSecurityGroup;
  const groups = [
    ...(own === undefined ? [] : [own]),
    ...interfaceGroupsOf(estate, packet.to.owner, packet.to.address),
  ];
  passGroups(ground, journey, subnet, groups, 'Inbound', packet);
};

function passGroups(
  ground: Ground,
  journey: Journey,
  subnet: ResourceId,
  groups: readonly ResourceId[],
  direction: Direction,
  packet: Packet,
): void {
  const { estate, routes } = ground;
  const place = estate.nameOf(subnet);
  if (!estate.isShown(subnet))
    journey.lack(
      { fact: `subnet ${place} with its security group and routes` },
      { at: subnet, place, by: 'what is not shown' },
    );
  const machine = (direction === 'Outbound' ? packet.from : packet.to).owner;
  const unseen = unseenInterfaceOf(estate, machine);
  if (unseen !== undefined)
    journey.lack(
      { fact: `network interface ${estate.nameOf(unseen)} with its security group` },
      { at: machine, place, by: `network interface ${estate.nameOf(unseen)}` },
    );
  if (groups.length === 0) {
    journey.pass({
      at: subnet,
      place,
      by: 'no security group',
      text: `${place} has no security group: nothing is filtered.`,
    });
    return;
  }
  for (const group of groups)
    record(
      journey,
      place,
      packet,
      filterBySecurityGroup(estate, group, direction, packet, routes.spaceOf(subnet)),
      group,
    );
}

function isDecidedByAdminRules(
  { estate, routes }: Ground,
  journey: Journey,
  subnet: ResourceId,
  direction: Direction,
  packet: Packet,
): boolean {
  const network = estate.virtualNetworkOf(subnet);
  if (network === undefined) return false;
  const answer = filterByAdminRules(estate, network, direction, packet, routes.spaceOf(subnet));
  if (!answer) return false;
  record(journey, estate.nameOf(network), packet, answer, answer.at);
  return answer.access !== 'unknown';
}

function record(
  journey: Journey,
  place: string,
  { to, protocol, port }: Packet,
  { access, by, missing }: FilterAnswer,
  at: ResourceId | undefined,
): void {
  const what = `${protocol.toUpperCase()} ${port} to ${to.label}`;
  if (access === 'unknown') journey.lack({ fact: missing ?? by }, { at, place, by });
  else if (access === 'Allow') journey.pass({ at, place, by, text: `${capital(by)} allows ${what}.` });
  else journey.block('denied', { at, place, by, text: `${capital(by)} denies ${what}.` });
}

/** A sentence begins with a capital letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
