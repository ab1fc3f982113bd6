import { doubtOf, requiredSubnetOutbound, sources } from '#catalog';
import { edits, findOfKind, type ResourceId, type SecurityRule } from '#model';
import type { EffectiveSecurityRule } from '#network';
import { shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';
import { withRulesOnTop } from '../rules-on-top.ts';

type Requirement = (typeof requiredSubnetOutbound)[number];

const managed = requiredSubnetOutbound.filter(({ kinds }) =>
  kinds.some((kind) => kind === 'bastion' || kind === 'application-gateway'),
);

const anywhere = new Set(['*', 'any', '0.0.0.0/0']);
/** Tags that hold another. */
const wider: Readonly<Record<string, readonly string[]>> = { AzureCloud: ['internet'] };

function holds(
  rule: EffectiveSecurityRule,
  { to, protocol, ports }: Requirement,
): 'wholly' | 'partly' | 'not' {
  const wanted = (ports[0] ?? '*').split('-').map(Number);
  const [first = 0, last = first] = wanted;
  const hasPort = rule.destinationPorts.some((range) => {
    if (range === '*') return true;
    const [from = Number.NaN, until = from] = range.split('-').map(Number);
    return from <= first && last <= until;
  });
  const isProtocol =
    rule.protocol === '*' || (protocol !== 'Any' && rule.protocol.toLowerCase() === protocol.toLowerCase());
  const isAnySource = rule.sources.some((one) => anywhere.has(one.toLowerCase()) || one === 'VirtualNetwork');
  if (!hasPort || !isProtocol) return 'not';
  const tag = to.toLowerCase();
  const held = [tag, ...(wider[to] ?? [])];
  if (
    isAnySource &&
    rule.destinations.some((one) => anywhere.has(one.toLowerCase()) || held.includes(one.toLowerCase()))
  )
    return 'wholly';
  // A prefix, or the tag of a region, may hold what is meant.
  const isRelated = rule.destinations.some(
    (one) => /^[\d.:/]+$/.test(one) || one.toLowerCase().startsWith(`${tag}.`),
  );
  return isRelated || (!isAnySource && rule.destinations.length > 0) ? 'partly' : 'not';
}

function verdictOf({ network }: RuleContext, subnet: ResourceId, requirement: Requirement) {
  let doubt: string | undefined;
  for (const rule of network.securityRulesOf(subnet, 'Outbound')) {
    const held = holds(rule, requirement);
    if (held === 'not') continue;
    if (held === 'partly') {
      doubt ??= rule.name;
      continue;
    }
    return doubt !== undefined
      ? { is: 'unknown' as const, by: doubt }
      : { is: rule.access === 'Allow' ? ('allowed' as const) : ('denied' as const), by: rule.name };
  }
  return { is: 'unknown' as const, by: doubt ?? '' };
}

const ruleFor = ({ to, protocol, ports, purpose }: Requirement): Omit<SecurityRule, 'priority'> => ({
  name: `allow-${to.toLowerCase()}-${ports.join('-')}`,
  direction: 'Outbound',
  access: 'Allow',
  protocol: protocol === 'Any' ? '*' : protocol,
  sourceAddressPrefixes: ['*'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: [to],
  destinationPortRanges: ports.map((port) => (purpose && port === '0-65535' ? '*' : port)),
});

const wordsOf = ({ protocol, ports, to }: Requirement) =>
  `${protocol === 'Any' ? '' : `${protocol.toUpperCase()} `}${ports.join(', ')} to ${to}`;

export const subnetOutboundShut = defineRule({
  id: 'subnet-outbound-shut',
  category: 'Outbound',
  severity: () => 'error',
  title: 'Security group shuts in what Bastion or Application Gateway sends',
  holds: 'The security group lets out what Bastion and Application Gateway send',
  why: 'A security group on the subnet of Bastion or of Application Gateway has to let out all that the page lists. Azure refuses a group without it, or sessions and health checks fail.',
  remedy: 'Allow the traffic that is named, above any rule that denies it.',
  sources: [sources.bastionSecurityGroup, sources.applicationGateway],
  messages: {
    shut: (f: { group: string; flows: readonly string[]; resource: string }) =>
      `${f.group} shuts in ${f.flows.join('; ')}, which ${f.resource} needs`,
  },

  *check(context) {
    const { design, network } = context;
    for (const resource of [
      ...shownOfKind(design, 'bastion'),
      ...shownOfKind(design, 'application-gateway'),
    ]) {
      const subnet = findOfKind(design, network.subnetOf(resource.id), 'subnet');
      const group = findOfKind(design, subnet?.networkSecurityGroup, 'network-security-group');
      if (!subnet || !group) continue;
      const at = [group.id, resource.id];
      if (group.presence !== undefined) {
        yield cannotTell(at, { fact: `the rules of ${labelOf(design, group.id)}` });
        continue;
      }
      const answers = managed
        .filter(({ kinds }) => kinds.includes(resource.kind))
        .map((requirement) => {
          const each = requirement.ports.map((port) =>
            verdictOf(context, subnet.id, { ...requirement, ports: [port] }),
          );
          const worst = each.find(({ is }) => is === 'denied') ?? each.find(({ is }) => is === 'unknown');
          return {
            requirement,
            is: worst?.is ?? 'allowed',
            by: worst?.by ?? each.map(({ by }) => by).join(),
          };
        });
      const denied = answers.filter(({ is }) => is === 'denied').map(({ requirement }) => requirement);
      const unknown = answers.find(({ is }) => is === 'unknown');
      if (denied.length > 0) {
        const securityRules = withRulesOnTop(group.securityRules, denied.map(ruleFor), 'Outbound');
        yield {
          at,
          message: 'shut',
          facts: { group: labelOf(design, group.id), flows: denied.map(wordsOf), resource: resource.name },
          evidence: denied.map((one) => `${wordsOf(one)}: ${one.purpose}`),
          doubt: denied.map((one) => doubtOf(one, 'ports')).find((one) => one !== undefined),
          fix: securityRules && {
            title: `Let out what ${resource.name} sends`,
            changes: denied.map((one) => `Allow ${wordsOf(one)} in ${group.name}`),
            apply: (before) =>
              edits.updateResource(before, group.id, 'network-security-group', { securityRules }),
          },
        };
      } else if (unknown)
        yield cannotTell(at, { fact: `whether rule ${unknown.by} holds ${wordsOf(unknown.requirement)}` });
      else yield passed(at, answers.map(({ by }) => by).join('; '));
    }
  },
});
