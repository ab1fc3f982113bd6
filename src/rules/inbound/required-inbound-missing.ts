import { doubtOf, type InboundRequirement, requiredInbound } from '#catalog';
import {
  type Design,
  edits,
  findOfKind,
  flatMapped,
  type Resource,
  type ResourceId,
  type SecurityRule,
} from '#model';
import type { TaggedAnswer } from '#network';
import { hasPublicIp, isShown, machineLearningComputes, shownOfKind } from '../estate.ts';
import { byLabel, labelOf, listed } from '../labels.ts';
import { unseen } from '../missing.ts';
import { portEndsOf } from '../port-ends.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';
import { withRulesOnTop } from '../rules-on-top.ts';

const browsers = 'bastion-clients';

/** Of traffic that Azure itself sends, and of the browsers that Bastion is there for. */
const requirements = requiredInbound.filter(
  (one) => one.isOptional !== true && (one.id === browsers || (one.from !== 'Internet' && one.from !== '*')),
);

/** Whether browsers get to Bastion some other way: by no public address, or from the places that a rule names. */
function areBrowsersSeenTo(design: Design, bastion: Resource, group: ResourceId): boolean {
  if (bastion.kind !== 'bastion' || !bastion.publicIPAddresses?.length) return true;
  const rules = findOfKind(design, group, 'network-security-group')?.securityRules ?? [];
  return rules.some(
    ({ direction, access, sourceAddressPrefixes }) =>
      direction === 'Inbound' &&
      access === 'Allow' &&
      sourceAddressPrefixes.some((source) => /^[\d.]+(\/\d+)?$/.test(source)),
  );
}

const applies = ({ kinds, when }: InboundRequirement, resource: Resource): boolean =>
  kinds.includes(resource.kind) && (when === undefined || holds(when, resource));

function holds(when: NonNullable<InboundRequirement['when']>, resource: Resource): boolean {
  switch (resource.kind) {
    case 'compute-instance':
    case 'compute-cluster':
    case 'serverless-compute':
      return when === 'public-ip' && hasPublicIp(resource);
    case 'application-gateway': {
      // A tier that is not stated is of the second generation, the only one that can still be made.
      const isFirst = resource.skuTier !== undefined && !/_v2$/i.test(resource.skuTier);
      return when === (isFirst ? 'application-gateway-v1' : 'application-gateway-v2');
    }
    default:
      return false;
  }
}

/** What waits for each requirement behind each security group. */
function waiting({ design, network }: RuleContext) {
  const found = new Map<
    string,
    { group: ResourceId; requirement: InboundRequirement; waiting: Resource[] }
  >();
  const candidates = [
    ...machineLearningComputes(design),
    ...shownOfKind(design, 'bastion'),
    ...shownOfKind(design, 'application-gateway'),
  ];
  for (const resource of candidates) {
    const group = findOfKind(design, network.subnetOf(resource.id), 'subnet')?.networkSecurityGroup;
    if (group === undefined) continue;
    for (const requirement of requirements)
      if (
        applies(requirement, resource) &&
        !(requirement.id === browsers && areBrowsersSeenTo(design, resource, group))
      ) {
        const key = `${group} ${requirement.id}`;
        const entry = found.get(key) ?? { group, requirement, waiting: [] };
        entry.waiting.push(resource);
        found.set(key, entry);
      }
  }
  return [...found.values()];
}

interface Answer {
  /** A port range of the requirement, as the catalogue writes it. */
  readonly range: string;
  readonly is: TaggedAnswer['access'] | 'perhaps-denied';
  readonly by: string;
  readonly missing?: string;
}

/**
 * What a group answers to every port range, in the strictest of the subnets: a rule that holds one end of a range alone does
 * not let the range in. Microsoft’s page on service tags says that VirtualNetwork “might also contain default routes” of a
 * route table, and then Azure’s own rule for it lets the internet in: what a group denies wherever no route is, it denies
 * perhaps.
 */
function answersOf(
  { network }: RuleContext,
  group: ResourceId,
  resources: readonly Resource[],
  { from, protocol, ports }: InboundRequirement,
): readonly Answer[] {
  const subnets = [...new Set(flatMapped(resources, ({ id }) => network.subnetOf(id) ?? []))];
  return flatMapped(ports, (range) => {
    const answers = flatMapped(portEndsOf([range]), (port) => {
      const arrival = {
        direction: 'Inbound',
        serviceTag: from,
        protocol: protocol === 'Udp' ? 'Udp' : 'Tcp',
        port,
      } as const;
      return flatMapped(subnets, (subnet): readonly Omit<Answer, 'range'>[] => {
        const answer = network.answerToTag(subnet, arrival);
        if (answer === undefined) return [];
        const { access, by, missing } = answer;
        const isDoubted = access === 'unknown' && network.answerToTag(group, arrival)?.access === 'Deny';
        return [{ is: isDoubted ? 'perhaps-denied' : access, by, ...(missing && { missing }) }];
      });
    });
    const worst = flatMapped(strictness, (is) => answers.find((one) => one.is === is) ?? [])[0];
    return worst === undefined ? [] : [{ range, ...worst }];
  });
}

const strictness = ['Deny', 'perhaps-denied', 'unknown', 'Allow'] as const;

const ruleFor = (
  requirement: InboundRequirement,
  ports: readonly string[],
): Omit<SecurityRule, 'priority'> => ({
  name: `Allow${requirement.from}Inbound`,
  direction: 'Inbound',
  access: 'Allow',
  protocol: requirement.protocol === 'Any' ? '*' : requirement.protocol,
  sourceAddressPrefixes: [requirement.from],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: [requirement.to],
  destinationPortRanges: ports,
});

interface ShutOut {
  readonly group: string;
  readonly from: string;
  readonly ports: string;
  readonly resources: readonly string[];
}

const needOf = ({ from, ports, resources }: ShutOut) =>
  `${from} on ${ports}, which ${listed(resources)} ${resources.length === 1 ? 'needs' : 'need'}`;

export const requiredInboundMissing = defineRule({
  id: 'required-inbound-missing',
  category: 'Inbound',
  severity: () => 'error',
  title: 'Security group shuts out traffic that Azure needs',
  holds: 'The security group of each subnet lets in what Azure has to send to the service in it',
  remedy:
    'Allow the traffic that is named, above any rule that denies it; or give computes no public IP address, which makes the rule unnecessary.',
  messages: {
    shutOut: (f: ShutOut) => `${f.group} shuts out ${needOf(f)}`,
    mayShutOut: (f: ShutOut) => `${f.group} may shut out ${needOf(f)}`,
  },

  *check(context) {
    const { design } = context;
    for (const { group, requirement, waiting: resources } of waiting(context)) {
      const found = findOfKind(design, group, 'network-security-group');
      const at = [group, ...byLabel(design, resources).map(({ id }) => id)];
      if (!isShown(found)) {
        yield cannotTell(at, unseen(design, `the rules of ${labelOf(design, group)}`, group));
        continue;
      }
      const answers = answersOf(context, group, resources, requirement);
      const denied = answers.filter(({ is }) => is === 'Deny' || is === 'perhaps-denied');
      const unknown = answers.find(({ is }) => is === 'unknown');
      if (denied.length > 0) {
        const isCertain = denied.some(({ is }) => is === 'Deny');
        const ports = denied.map(({ range }) => range);
        const securityRules = withRulesOnTop(found.securityRules, [ruleFor(requirement, ports)], 'Inbound');
        yield {
          at,
          message: isCertain ? 'shutOut' : 'mayShutOut',
          ...(isCertain ? {} : { severity: 'warning' as const }),
          facts: {
            group: labelOf(design, group),
            from: requirement.from,
            ports: `${requirement.protocol === 'Any' ? '' : `${requirement.protocol.toUpperCase()} `}${ports.join(', ')}`,
            resources: byLabel(design, resources).map(({ name }) => name),
          },
          evidence: [
            ...new Set(denied.map(({ by }) => `Decided by ${by}`)),
            ...(isCertain
              ? []
              : denied.map(
                  ({ missing }) =>
                    `Cannot tell ${missing ?? 'what the tag holds'}: the tag VirtualNetwork might also contain default routes`,
                )),
          ],
          doubt: doubtOf(requirement, 'ports'),
          fix: securityRules && {
            title: `Allow ${requirement.from} on ${ports.join(', ')}`,
            changes: [
              `Add an inbound rule to ${found.name} that allows ${requirement.from} on ${ports.join(', ')}`,
            ],
            apply: (before) =>
              edits.updateResource(before, group, 'network-security-group', { securityRules }),
          },
        };
      } else if (unknown) yield cannotTell(at, { fact: unknown.missing ?? `what ${unknown.by} answers` });
      else yield passed(at, [...new Set(answers.map(({ by }) => by))].join('; '));
    }
  },
});
