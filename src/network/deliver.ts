import type { Aim } from './aim.ts';
import { arriveInPrivate, arriveInPublic } from './arrival.ts';
import { parseAddress } from './cidr.ts';
import { enterByAddress } from './front-doors.ts';
import type { Ground } from './ground.ts';
import type { Journey } from './journey.ts';
import type { End } from './leg.ts';
import { checkReply } from './reply.ts';
import type { Packet } from './security-rules.ts';
import { addressesBehind } from './service-access.ts';

/** What waits at the end of the way: the destination's own security groups and firewall, and then the way back. */
export const deliver = (ground: Ground, journey: Journey, end: End, aim: Aim): void => {
  if (end.kind === 'private') {
    arriveInPrivate(ground, journey, end.packet, aim);
    if (end.isWhole) checkReply(ground, journey, end);
  } else if (end.kind === 'public') {
    const { door } = end.packet.to;
    if (door === undefined) arriveInPublic(ground, journey, end.packet, aim, end.visitor);
    else deliver(ground, journey, enterByAddress(ground, journey, asSeenOutside(ground, end), door), aim);
  }
};

/** On the internet a packet has the address by which it left. */
function asSeenOutside({ estate }: Ground, { packet, visitor }: Extract<End, { kind: 'public' }>): Packet {
  if (!packet.from.isPrivate) return packet;
  const [only, ...more] = addressesBehind(estate, visitor.egress);
  const address = more.length === 0 ? parseAddress(only ?? '') : undefined;
  const { label } = packet.from;
  return { ...packet, from: { label, isPrivate: false, ...(address === undefined ? {} : { address }) } };
}
