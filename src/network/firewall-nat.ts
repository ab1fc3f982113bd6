import type { ResourceId } from '#model';
import { parseAddress } from './cidr.ts';
import type { Estate } from './estate.ts';
import { matchSource, wordsOf } from './firewall.ts';
import { type Firewall, type RuleOfType, ruleBaseOf, ruleHolderOf } from './firewall-rules.ts';
import type { MissingFact } from './network.ts';
import type { Packet } from './security-rules.ts';
import { both, type Match, matchPort, matchProtocol, matchTarget, noSpace } from './tags.ts';

/** What a firewall makes of a packet that comes to one of its public addresses. */
export interface Translation {
  readonly access: 'Allow' | 'Deny' | 'unknown';
  readonly by: string;
  /** Where the rule that decides is written, or would be: a policy, or the firewall itself. */
  readonly at: ResourceId;
  /** Where the packet goes on to. */
  readonly address?: string;
  readonly port?: number;
  readonly missing?: MissingFact;
}

/**
 * The first DNAT rule that holds a packet; it lets the translated packet pass as well, and application rules judge
 * nothing that comes in. What no rule holds is dropped.
 */
export const translateByFirewall = (estate: Estate, firewall: Firewall, packet: Packet): Translation => {
  const holder = ruleHolderOf(firewall);
  const { translations, missing } = ruleBaseOf(estate, firewall.id);
  if (missing) return { access: 'unknown', by: `the rules of ${firewall.name}`, at: holder, missing };
  for (const ranked of translations) {
    const match = matchTranslation(estate, ranked.rule, packet);
    if (match === 'no') continue;
    const by = wordsOf(ranked);
    const { at } = ranked;
    if (match === 'maybe')
      return { access: 'unknown', by, at, missing: { fact: `whether ${by} holds ${packet.to.label}` } };
    const { translatedAddress, translatedFqdn, translatedPort } = ranked.rule;
    if (translatedAddress === undefined) {
      const fact = `the address of ${translatedFqdn ?? 'what the rule leads to'}`;
      return { access: 'unknown', by, at, missing: { fact } };
    }
    const port = Number(translatedPort ?? packet.port);
    return { access: 'Allow', by, at, address: translatedAddress, port };
  }
  return { access: 'Deny', by: `no DNAT rule of ${estate.nameOf(holder)} leads it on`, at: holder };
};

function matchTranslation(estate: Estate, rule: RuleOfType<'NatRule'>, packet: Packet): Match {
  if (!rule.ipProtocols.some((one) => matchProtocol(one, packet.protocol))) return 'no';
  if (!matchPort(rule.destinationPorts, packet.port)) return 'no';
  // Where the document does not hold the public address, a rule for any address may be for this one.
  const destination =
    packet.to.address === undefined &&
    rule.destinationAddresses.some((one) => parseAddress(one) !== undefined)
      ? 'maybe'
      : matchTarget(rule.destinationAddresses, packet.to, noSpace);
  return destination === 'no' ? 'no' : both(matchSource(estate, rule, packet.from), destination);
}
