import { edits, enclosing, findOfKind } from '#model';
import { isShown, shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { missing } from '../missing.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';

export const rulesetLinkedToOtherRegion = defineRule({
  id: 'ruleset-linked-to-other-region',
  category: 'DNS',
  severity: () => 'error',
  title: 'Forwarding ruleset is linked to a network of another region',
  holds: 'Forwarding rulesets are linked to networks of their own region',
  remedy:
    'Make a resolver and a ruleset in the region of the network, or let the network ask a DNS server that forwards, and remove the link.',
  messages: {
    elsewhere: (f: { ruleset: string; network: string; own: string; other: string }) =>
      `${f.ruleset} in ${f.own} is linked to ${f.network} in ${f.other}`,
  },

  *check({ design, isComplete }) {
    for (const ruleset of shownOfKind(design, 'dns-forwarding-ruleset')) {
      const { id, virtualNetworkLinks: links } = ruleset;
      if (links === undefined && !isComplete)
        yield cannotTell(
          id,
          missing('the links of the ruleset', 'dns-forwarding-ruleset.virtualNetworkLinks', ruleset),
        );
      const own = enclosing(design, id, 'region');
      for (const link of links ?? []) {
        const network = findOfKind(design, link, 'virtual-network');
        const other = network && enclosing(design, link, 'region');
        if (own === undefined || !isShown(network) || other === undefined) continue;
        if (own.name.toLowerCase() === other.name.toLowerCase())
          yield passed([id, link], `Both lie in ${own.name}`);
        else
          yield {
            at: [id, link],
            message: 'elsewhere',
            facts: {
              ruleset: labelOf(design, id),
              network: labelOf(design, link),
              own: own.name,
              other: other.name,
            },
            evidence: [`${labelOf(design, id)}: ${own.name}`, `${labelOf(design, link)}: ${other.name}`],
            fix: {
              title: 'Remove the link',
              changes: [`Unlink ${labelOf(design, id)} from ${labelOf(design, link)}`],
              apply: (before) =>
                edits.updateResource(before, id, 'dns-forwarding-ruleset', {
                  virtualNetworkLinks: links?.filter((one) => one !== link),
                }),
            },
          };
      }
    }
  },
});
