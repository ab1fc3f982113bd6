import { type Design, edits, enclosing, flatMapped, type Resource, type ResourceId } from '#model';
import { designQuestion } from '../context.ts';
import {
  computesInSubnets,
  contentsOf,
  hasPublicIp,
  isForOneService,
  type Subnet,
  shownOfKind,
} from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, type Fix, passed } from '../rule.ts';

/** Whether nothing in the subnet is open for all that nothing is attached to it. */
function isCoveredByInterfaces(contents: readonly Resource[]): boolean {
  const interfaces = contents.filter((one) => one.kind === 'network-interface');
  return (
    interfaces.length > 0 &&
    interfaces.every((one) => one.networkSecurityGroup !== undefined) &&
    contents.every((one) => one.kind === 'network-interface' || one.kind === 'virtual-machine')
  );
}

type Policy = Subnet['privateEndpointNetworkPolicies'];

/**
 * The network policies by which a security group would filter a subnet of private endpoints alone, where it does not yet.
 * Beside endpoints there is something for it to filter, and computes may want them off.
 */
function policyThatFilters(
  { privateEndpointNetworkPolicies: own }: Subnet,
  contents: readonly Resource[],
): Policy {
  if (contents.length === 0 || contents.some(({ kind }) => kind !== 'private-endpoint')) return undefined;
  if (own === 'Enabled' || own === 'NetworkSecurityGroupEnabled') return undefined;
  return own === 'RouteTableEnabled' ? 'Enabled' : 'NetworkSecurityGroupEnabled';
}

const letFilter = (design: Design, subnet: Subnet, policy: Policy): Design =>
  policy === undefined
    ? design
    : edits.updateResource(design, subnet.id, 'subnet', { privateEndpointNetworkPolicies: policy });

const lettingFilter = ({ name }: Subnet): string =>
  `Set the private endpoint network policy of ${name} so that security groups count`;

/** Those with a compute that has a public address. */
const subnetsEnteredFromOutside = designQuestion(
  (design): ReadonlySet<ResourceId> =>
    new Set(
      flatMapped(computesInSubnets(design), ({ compute, subnet }) =>
        hasPublicIp(compute) ? [subnet.id] : [],
      ),
    ),
);

function attachGroup(design: Design, subnet: Subnet, policy: Policy): Fix | undefined {
  const region = enclosing(design, subnet.id, 'region')?.id;
  // With default rules only, what comes in to a compute with a public address would be dropped.
  if (subnetsEnteredFromOutside(design).has(subnet.id)) return undefined;
  const name = `nsg-${subnet.name}`;
  return {
    title: 'Attach a security group',
    changes: [
      `Add network security group ${name}`,
      `Attach it to ${subnet.name}`,
      ...(policy === undefined ? [] : [lettingFilter(subnet)]),
    ],
    apply: (before, newId) => {
      const id: ResourceId = newId();
      const group = {
        id,
        kind: 'network-security-group',
        name: edits.freeName(before, region, name),
        ...(region ? { parent: region } : {}),
        securityRules: [],
      } satisfies Resource;
      const attached = edits.updateResource(edits.addResource(before, group), subnet.id, 'subnet', {
        networkSecurityGroup: id,
      });
      return letFilter(attached, subnet, policy);
    },
  };
}

export const networkSecurityGroupMissing = defineRule({
  id: 'network-security-group-missing',
  category: 'Subnets',
  severity: () => 'warning',
  title: 'No network security group filters the subnet',
  holds: 'The subnet has a network security group that filters it',
  remedy: 'Attach a network security group to the subnet.',
  messages: {
    open: (f: { subnet: string }) => `${f.subnet} has no network security group: nothing filters its traffic`,
    endpoints: (f: { subnet: string }) =>
      `${f.subnet} has no network security group, and would let none filter its private endpoints: nothing filters its traffic`,
    routed: (f: { subnet: string; firewall: string }) =>
      `${f.subnet} has no network security group: ${f.firewall} filters only what routes lead to it`,
    covered: (f: { subnet: string }) =>
      `${f.subnet} has no network security group of its own; every network interface in it has one`,
    unheeded: (f: { subnet: string; group: string }) =>
      `${f.group} filters nothing in ${f.subnet}: it lets no security group filter its private endpoints`,
  },

  *check({ design, network }) {
    for (const subnet of shownOfKind(design, 'subnet')) {
      const { id, networkSecurityGroup } = subnet;
      if (isForOneService(subnet)) continue;
      const contents = contentsOf(design, id);
      const policy = policyThatFilters(subnet, contents);
      const name = labelOf(design, id);
      const policies = `privateEndpointNetworkPolicies: ${subnet.privateEndpointNetworkPolicies ?? 'Disabled'}`;
      if (networkSecurityGroup !== undefined) {
        const group = labelOf(design, networkSecurityGroup);
        if (policy === undefined) yield passed(id, `Network security group: ${group}`);
        else
          yield {
            at: id,
            message: 'unheeded',
            facts: { subnet: name, group },
            severity: 'note',
            remedy: 'Set the private endpoint network policy of the subnet to network security groups.',
            evidence: policies,
            fix: {
              title: 'Let security groups count',
              changes: [lettingFilter(subnet)],
              apply: (before) => letFilter(before, subnet, policy),
            },
          };
        continue;
      }
      const found = {
        at: id,
        evidence: ['networkSecurityGroup: none', ...(policy === undefined ? [] : [policies])],
        fix: attachGroup(design, subnet, policy),
        ghosts: [
          {
            kind: 'network-security-group' as const,
            parent: id,
            name: 'NSG',
            fact: 'Security group missing',
          },
        ],
      };
      const egress = network.egressOf(id);
      if (isCoveredByInterfaces(contents))
        yield { ...found, message: 'covered', facts: { subnet: name }, severity: 'note' };
      else if (policy !== undefined) yield { ...found, message: 'endpoints', facts: { subnet: name } };
      else if (egress.by === 'firewall')
        yield {
          ...found,
          message: 'routed',
          facts: { subnet: name, firewall: labelOf(design, egress.resource) },
          severity: 'note',
        };
      else yield { ...found, message: 'open', facts: { subnet: name } };
    }
  },
});
