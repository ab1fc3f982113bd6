import { addressesPart } from './addresses-part.ts';
import { firewallPart } from './firewall-part.ts';
import { namesPart } from './names-part.ts';
import { packetsPart } from './packets-part.ts';
import type { Part } from './part.ts';
import { routesPart } from './routes-part.ts';
import { securityGroupsPart } from './security-groups-part.ts';

/** Every field in which the engine has a second, naive opinion to agree with. */
export const allParts: readonly Part[] = [
  addressesPart,
  securityGroupsPart,
  routesPart,
  firewallPart,
  namesPart,
  packetsPart,
];

/** Questions of each part, where so many packets are asked about in all: names and sums come on top. */
export const questionsOfEach = (packets: number): number =>
  packets / allParts.filter(({ unit }) => unit === 'packets').length;
