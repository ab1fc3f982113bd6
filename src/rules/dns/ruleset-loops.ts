import { edits, flatMapped, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import { isShown, shownOfKind, virtualNetworkOf } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';

type Ruleset = ResourceOf<'dns-forwarding-ruleset'>;
type Rule = NonNullable<Ruleset['forwardingRules']>[number];

const plain = (domain: string) => domain.replace(/\.$/, '').toLowerCase();

/** A rule and the inbound endpoint that it forwards to before any other server, in a network linked to its ruleset. */
interface Loop {
  readonly rule: Rule;
  readonly endpoint: ResourceId;
  readonly network: ResourceId;
}

function loopsOf({ design, network }: RuleContext, ruleset: Ruleset): readonly Loop[] {
  const inbound = shownOfKind(design, 'dns-resolver-endpoint').filter(
    ({ direction }) => direction === 'inbound',
  );
  return flatMapped(inbound, ({ id }) => {
    const home = virtualNetworkOf(design, id);
    if (home === undefined || ruleset.virtualNetworkLinks?.includes(home) !== true) return [];
    const addresses = new Set(network.addressesOf(id));
    return (ruleset.forwardingRules ?? [])
      .filter(
        ({ forwardingRuleState: state, targetDnsServers: [first = ''] }) =>
          state !== 'Disabled' && addresses.has(first),
      )
      .map((rule) => ({ rule, endpoint: id, network: home }));
  });
}

/** Private zones that hold all names of a rule. */
const zonesAround = ({ design }: RuleContext, { rule }: Loop) =>
  resourcesOfKind(design, 'private-dns-zone').filter(({ name }) =>
    `.${plain(rule.domainName)}`.endsWith(`.${plain(name)}`),
  );

/** Zones stand before rulesets: what a linked one holds never reaches the rule. */
const zoneBefore = (context: RuleContext, loop: Loop) =>
  zonesAround(context, loop).find(({ virtualNetworkLinks = [] }) =>
    virtualNetworkLinks.some((link) => link.virtualNetwork === loop.network),
  );

/** Whether such a zone may be linked although no file shows it. */
const mayHaveZone = (context: RuleContext, loop: Loop) =>
  !context.isComplete &&
  !zonesAround(context, loop).some((zone) => isShown(zone) && zone.virtualNetworkLinks !== undefined);

export const rulesetLoops = defineRule({
  id: 'ruleset-loops',
  category: 'DNS',
  severity: () => 'error',
  title: 'Forwarding ruleset sends queries in a circle',
  holds: 'No forwarding ruleset sends queries back to the network that it serves',
  remedy:
    'Remove the link of the ruleset to the network of the inbound endpoint, or link a private DNS zone of that name to the network: zones stand before rulesets.',
  messages: {
    circle: (f: { ruleset: string; domain: string; endpoint: string; network: string }) =>
      `${f.ruleset} forwards ${f.domain} to ${f.endpoint} in ${f.network}, which asks ${f.ruleset} again`,
  },

  *check(context) {
    const { design } = context;
    for (const ruleset of shownOfKind(design, 'dns-forwarding-ruleset'))
      for (const loop of loopsOf(context, ruleset)) {
        const { rule, endpoint, network } = loop;
        const at = [ruleset.id, network, endpoint];
        const zone = zoneBefore(context, loop);
        if (zone)
          yield passed(at, `${zone.name} is linked to the network and stands before rule ${rule.name}`);
        else if (mayHaveZone(context, loop))
          yield cannotTell(at, {
            fact: `whether a private DNS zone ${plain(rule.domainName)} is linked to ${labelOf(design, network)}`,
          });
        else
          yield {
            at,
            message: 'circle',
            facts: {
              ruleset: labelOf(design, ruleset.id),
              domain: rule.domainName,
              endpoint: labelOf(design, endpoint),
              network: labelOf(design, network),
            },
            evidence: `Rule ${rule.name}: ${rule.domainName} to ${rule.targetDnsServers.join(', ')}`,
            fix: {
              title: 'Remove the link',
              changes: [`Unlink ${labelOf(design, ruleset.id)} from ${labelOf(design, network)}`],
              apply: (before) =>
                edits.updateResource(before, ruleset.id, 'dns-forwarding-ruleset', {
                  virtualNetworkLinks: ruleset.virtualNetworkLinks?.filter((one) => one !== network),
                }),
            },
          };
      }
  },
});
