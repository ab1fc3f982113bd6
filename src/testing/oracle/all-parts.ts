import { addressesPart } from './addresses-part.ts';
import type { Part } from './part.ts';
import { securityGroupsPart } from './security-groups-part.ts';

/** Every field in which the engine has a second, naive opinion to agree with. */
export const allParts: readonly Part[] = [addressesPart, securityGroupsPart];
