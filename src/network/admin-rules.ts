import type { ResourceOf } from '#model';
import type { Estate } from './estate.ts';
import { onceForPart } from './memo.ts';
import type { EffectiveSecurityRule } from './network.ts';
import { isPlatformAddress } from './platform.ts';
import { endsIn, type FilterAnswer, matchRule, type Packet, readRule } from './security-rules.ts';
import type { VirtualNetworkSpace } from './tags.ts';

/** What Virtual Network Manager's rules answer, or `undefined` where they leave it to security groups. */
export const filterByAdminRules = (
  estate: Estate,
  decreed: readonly ResourceOf<'security-admin-rules'>[],
  direction: 'Inbound' | 'Outbound',
  packet: Packet,
  space: VirtualNetworkSpace,
): FilterAnswer | undefined => {
  if (decreed.length === 0) return undefined;
  const ends = endsIn(estate, space);
  for (const admin of decreed) {
    const rules = admin.rules
      .filter((rule) => rule.direction === direction)
      .toSorted((one, other) => one.priority - other.priority);
    for (const rule of rules) {
      const read = readAdminRule(rule);
      if (isPlatformAddress(packet.to.address) && !read.namesPlatform) continue;
      const match = matchRule(ends, read, packet);
      if (match === 'no') continue;
      const by = `rule ${rule.name} (${rule.priority}) of ${admin.name}`;
      if (match === 'maybe')
        return {
          access: 'unknown',
          by,
          at: admin.id,
          missing: `whether rule ${rule.name} of ${admin.name} holds ${packet.to.label}`,
        };
      // Allow leaves it to the security groups; AlwaysAllow and Deny are the end.
      if (rule.access === 'Allow') break;
      return { access: rule.access === 'Deny' ? 'Deny' : 'Allow', by, at: admin.id };
    }
  }
  return undefined;
};

type AdminRule = ResourceOf<'security-admin-rules'>['rules'][number];

const readAdminRule = onceForPart((rule: AdminRule) => readRule(asEffective(rule)));

const asEffective = (rule: AdminRule): EffectiveSecurityRule => ({
  name: rule.name,
  priority: rule.priority,
  access: rule.access === 'Deny' ? 'Deny' : 'Allow',
  protocol: rule.protocol,
  sources: rule.sourceAddressPrefixes,
  sourcePorts: rule.sourcePortRanges,
  destinations: rule.destinationAddressPrefixes,
  destinationPorts: rule.destinationPortRanges,
  isDefault: false,
});
