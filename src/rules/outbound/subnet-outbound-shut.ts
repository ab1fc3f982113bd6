import { doubtOf, requiredSubnetOutbound } from '#catalog';
import { edits, findOfKind, flatMapped, type ResourceId, type SecurityRule } from '#model';
import type { TaggedAnswer } from '#network';
import { shownOfKind } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { unseen } from '../missing.ts';
import { portEndsOf } from '../port-ends.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';
import { withRulesOnTop } from '../rules-on-top.ts';

type Requirement = (typeof requiredSubnetOutbound)[number];

const managed = requiredSubnetOutbound.filter(({ kinds }) =>
  kinds.some((kind) => kind === 'bastion' || kind === 'application-gateway'),
);

/** The strictest answer of the subnet's group; what may be of any protocol is asked for as TCP, which it all has. */
function answerTo(
  { network }: RuleContext,
  subnet: ResourceId,
  requirement: Requirement,
): TaggedAnswer | undefined {
  const answers = flatMapped(
    portEndsOf(requirement.ports),
    (port) =>
      network.answerToTag(subnet, {
        direction: 'Outbound',
        serviceTag: requirement.to,
        protocol: requirement.protocol === 'Udp' ? 'Udp' : 'Tcp',
        port,
      }) ?? [],
  );
  const ofAccess = (access: TaggedAnswer['access']) => answers.find((one) => one.access === access);
  return ofAccess('Deny') ?? ofAccess('unknown') ?? answers[0];
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
  remedy: 'Allow the traffic that is named, above any rule that denies it.',
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
        yield cannotTell(at, unseen(design, `the rules of ${labelOf(design, group.id)}`, group.id));
        continue;
      }
      const answers = flatMapped(
        managed.filter(({ kinds }) => kinds.includes(resource.kind)),
        (requirement) => {
          const answer = answerTo(context, subnet.id, requirement);
          return answer === undefined ? [] : [{ requirement, ...answer }];
        },
      );
      const denied = answers.filter(({ access }) => access === 'Deny').map(({ requirement }) => requirement);
      const unknown = answers.find(({ access }) => access === 'unknown');
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
      } else if (unknown) yield cannotTell(at, { fact: unknown.missing ?? unknown.by });
      else yield passed(at, `Let out by ${listed([...new Set(answers.map(({ by }) => by))])}`);
    }
  },
});
